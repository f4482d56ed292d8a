package dev.perfloop.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.perfloop.change.SetParameter.Scope;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** For the whole server something is set that matters to no other test. */
class ParameterChangeTests extends ChangingAShop {
    private final String database = String.valueOf(shop.source.getDatabaseName());

    @AfterEach
    void close() {
        shop.shop.sql("ALTER SYSTEM RESET geqo_effort").update();
        shop.shop.sql("ALTER SYSTEM RESET enable_tidscan").update();
        shop.shop.sql("SELECT pg_reload_conf()").query().singleRow();
    }

    @Test
    void whatIsSetForTheDatabaseHoldsInItsNewSessionsAndIsTakenBackToNothing() throws Exception {
        String id = applied(set(Scope.DATABASE, "work_mem", "24MB"));

        assertThat(inNewSession("work_mem")).isEqualTo("24MB");
        assertThat(changes.get(id).fingerprintAfter())
                .isNotEqualTo(changes.get(id).fingerprintBefore());
        undo.undo(ShopDatabase.RUN, progress);
        assertThat(inNewSession("work_mem")).isEqualTo("4MB");
        assertThat(sent()).endsWith("ALTER DATABASE \"" + database + "\" RESET work_mem");
        assertThat(verify.verify(ShopDatabase.RUN)).contains("as before");
    }

    @Test
    void aValueThatWasSetBeforeIsPutBack() throws Exception {
        shop.shop
                .sql("ALTER DATABASE " + database + " SET random_page_cost = 3.5")
                .update();
        applied(set(Scope.DATABASE, "random_page_cost", "1.1"));
        assertThat(inNewSession("random_page_cost")).isEqualTo("1.1");

        undo.undo(ShopDatabase.RUN, progress);

        assertThat(inNewSession("random_page_cost")).isEqualTo("3.5");
        assertThat(verify.verify(ShopDatabase.RUN)).contains("as before");
    }

    @Test
    void whatIsSetForTheServerHoldsAtOnceInSessionsThatWereThere() throws Exception {
        mayAlterSystem();
        try (var open = shop.source.getConnection();
                var session = open.createStatement()) {
            applied(set(Scope.SYSTEM, "geqo_effort", "7"));
            try (var row = session.executeQuery("SHOW geqo_effort")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("7");
            }
        }
        undo.undo(ShopDatabase.RUN, progress);

        assertThat(inNewSession("geqo_effort")).isEqualTo("5");
        assertThat(verify.verify(ShopDatabase.RUN)).contains("as before");
        assertThat(sent())
                .containsExactly(
                        "ALTER SYSTEM SET geqo_effort TO '7'",
                        "SELECT pg_reload_conf()",
                        SetParameter.REPLAN,
                        "ALTER SYSTEM RESET geqo_effort",
                        "SELECT pg_reload_conf()",
                        SetParameter.REPLAN);
    }

    @Test
    void sessionsThatWereTherePlanTheirPreparedStatementsAnewByIt() throws Exception {
        mayAlterSystem();
        try (var open = shop.source.getConnection();
                var session = open.createStatement()) {
            session.execute("PREPARE first_row AS SELECT note FROM \"Order Line\" WHERE ctid = '(0,1)'");
            assertThat(plan(session)).contains("Tid Scan");
            applied(set(Scope.SYSTEM, "enable_tidscan", "off"));
            assertThat(plan(session)).contains("Seq Scan");

            undo.undo(ShopDatabase.RUN, progress);
            assertThat(plan(session)).contains("Tid Scan");
        }
    }

    @Test
    void whatIsSetForTheServerIsTakenOutAndPutBackAnyNumberOfTimes() throws Exception {
        mayAlterSystem();
        var toggle = room.get(ToggleChanges.class);
        applied(set(Scope.SYSTEM, "geqo_effort", "7"));
        for (int time = 0; time < 2; time++) {
            assertThat(toggle.takeOut(ShopDatabase.RUN, null, progress)).isTrue();
            assertThat(inNewSession("geqo_effort")).isEqualTo("5");
            assertThat(toggle.putBack(ShopDatabase.RUN, null, progress)).isTrue();
            assertThat(inNewSession("geqo_effort")).isEqualTo("7");
        }
        undo.undo(ShopDatabase.RUN, progress);

        assertThat(inNewSession("geqo_effort")).isEqualTo("5");
        assertThat(verify.verify(ShopDatabase.RUN)).contains("as before");
    }

    @Test
    void aKillBetweenAlterSystemAndReloadIsGoneOnFrom() throws Exception {
        mayAlterSystem();
        var change = set(Scope.SYSTEM, "geqo_effort", "6");
        String id = changes.propose(ShopDatabase.RUN, null, change);
        apply.apply(id, progress);
        room.ours.sql("UPDATE change SET status = 'APPLYING'").update();
        room.ours
                .sql("DELETE FROM change_statement WHERE statement <> :set")
                .param("set", change.statements().getFirst())
                .update();
        shop.shop.sql("ALTER SYSTEM RESET geqo_effort").update();
        shop.shop.sql("SELECT pg_reload_conf()").query().singleRow();
        await().until(() -> inNewSession("geqo_effort").equals("5"));
        shop.shop.sql(change.statements().getFirst()).update();

        assertThat(apply.apply(id, progress)).isInstanceOf(Applied.Done.class);

        assertThat(inNewSession("geqo_effort")).isEqualTo("6");
        assertThat(sent()).containsExactlyElementsOf(change.statements());
    }

    @Test
    void aSecondDeliveryAndASecondUndoSendNothing() throws Exception {
        String id = applied(set(Scope.DATABASE, "work_mem", "24MB"));
        room.ours.sql("UPDATE change SET status = 'APPLYING'").update();
        apply.apply(id, progress);
        assertThat(sent()).hasSize(1);
        undo.undo(ShopDatabase.RUN, progress);
        room.ours.sql("UPDATE change SET status = 'UNDOING'").update();

        undo.undo(ShopDatabase.RUN, progress);

        assertThat(sent()).hasSize(2);
        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.REVERTED);
    }

    @Test
    void sessionsThatWereThereAreWaitedForAndNotEnded() throws Exception {
        String id = changes.propose(ShopDatabase.RUN, null, set(Scope.DATABASE, "work_mem", "24MB"));
        CompletableFuture<Applied> applied;
        try (var pooled = shop.source.getConnection()) {
            applied = inBackground(id);
            await().until(() -> List.copyOf(progress.heard).stream().anyMatch(said -> said.contains("1 of 1")));
            assertThat(applied).isNotDone();
            assertThat(pooled.isValid(1)).isTrue();
        }
        assertThat(applied.get()).isInstanceOf(Applied.Done.class);
    }

    @Test
    void sessionsThatAreNeverRenewedFailTheChangeAndItIsTakenBack() throws Exception {
        String id = changes.propose(ShopDatabase.RUN, null, set(Scope.DATABASE, "work_mem", "24MB"));
        try (var pooled = shop.source.getConnection()) {
            assertThat(apply.apply(id, progress))
                    .isInstanceOfSatisfying(
                            Applied.Failed.class,
                            failed -> assertThat(failed.why())
                                    .contains(
                                            "1 of 1 sessions (PostgreSQL JDBC Driver)",
                                            "Restart the service",
                                            "maxLifetime"));
            assertThat(pooled.isValid(1)).isTrue();
        }
        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.REVERTED);
        assertThat(inNewSession("work_mem")).isEqualTo("4MB");
    }

    @Test
    void sessionsThatBeganWhileItWasSetAreWaitedForWhenItIsTakenBack() throws Exception {
        try (var older = shop.source.getConnection()) {
            assertThat(older.isValid(1)).isTrue();
        }
        String id = applied(set(Scope.DATABASE, "work_mem", "24MB"));
        CompletableFuture<Boolean> undone;
        try (var pooled = shop.source.getConnection()) {
            undone = CompletableFuture.supplyAsync(this::undone);
            await().until(() -> List.copyOf(progress.heard).stream().anyMatch(said -> said.contains("1 of 1")));
            assertThat(undone).isNotDone();
            assertThat(pooled.isValid(1)).isTrue();
        }
        assertThat(undone.get()).isTrue();
        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.REVERTED);
        assertThat(notLookedAt()).isEmpty();
    }

    @Test
    void thoseThatStayAreSaidAndTheSettingIsGoneAllTheSame() throws Exception {
        String id = applied(set(Scope.DATABASE, "work_mem", "24MB"));
        try (var pooled = shop.source.getConnection()) {
            assertThat(undo.undo(ShopDatabase.RUN, progress)).isTrue();
            assertThat(pooled.isValid(1)).isTrue();
        }

        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.REVERTED);
        assertThat(notLookedAt())
                .containsExactly(
                        "the service without work_mem = 24MB: 1 of 1 sessions (PostgreSQL JDBC Driver) that began"
                                + " while it was set still run with it");
    }

    @Test
    void theOtherChangesGoOnWithoutAParameterThatDoesNotHold() throws Exception {
        var index = ShopDatabase.orderIdIndex();
        applied(index);
        String id = changes.propose(ShopDatabase.RUN, null, set(Scope.DATABASE, "work_mem", "24MB"));
        try (var pooled = shop.source.getConnection()) {
            assertThat(apply.apply(id, progress))
                    .isInstanceOfSatisfying(
                            Applied.Done.class,
                            done -> assertThat(done.how())
                                    .startsWith("Not applied, the others go on: 1 of 1 sessions"));
            assertThat(apply.apply(id, progress)).isInstanceOf(Applied.Done.class);
            assertThat(pooled.isValid(1)).isTrue();
        }
        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.REVERTED);
        assertThat(shop.hasValid(index.indexName())).isTrue();
    }

    @Test
    void whatWasSetByOthersSinceThePlanIsLeftAlone() throws Exception {
        var change = set(Scope.DATABASE, "work_mem", "24MB");
        String id = changes.propose(ShopDatabase.RUN, null, change);
        shop.shop.sql("ALTER DATABASE " + database + " SET work_mem = '9MB'").update();

        apply.apply(id, progress);

        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.SKIPPED);
        assertThat(changes.get(id).note()).contains("it is set to 9MB");
        assertThat(inNewSession("work_mem")).isEqualTo("9MB");
    }

    @Test
    void whatIsSetSoAlreadyIsNeedless() throws Exception {
        shop.shop
                .sql("ALTER DATABASE " + database + " SET work_mem = '24576kB'")
                .update();
        String id = changes.propose(
                ShopDatabase.RUN, null, new SetParameter(Scope.DATABASE, database, "work_mem", "24MB", null, true));

        apply.apply(id, progress);

        assertThat(changes.get(id).note()).contains("already");
        assertThat(sent()).isEmpty();
    }

    @Test
    void whatOurRoleMayNotSetFailsAndLeavesNothing() throws Exception {
        shop.actForNobody();
        String id = changes.propose(ShopDatabase.RUN, null, set(Scope.SYSTEM, "geqo_effort", "8"));

        assertThat(refused(id)).contains("geqo_effort");

        assertThat(inNewSession("geqo_effort")).isEqualTo("5");
    }

    @Test
    void aNameAndAValueCannotEndTheStatement() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SetParameter(Scope.SYSTEM, "", "work_mem TO '1'; DROP", "1", null, true));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SetParameter(Scope.SYSTEM, "", "work_mem", "1\\", null, true));
        var odd = new SetParameter(Scope.DATABASE, "My \"DB\"", "a.b", "it's", "x", true);
        assertThat(odd.statements()).containsExactly("ALTER DATABASE \"My \"\"DB\"\"\" SET a.b TO 'it''s'");
        assertThat(ChangeJson.read(ChangeJson.write(odd))).isEqualTo(odd);
    }

    private @Nullable String refused(String id) throws InterruptedException {
        try {
            return apply.apply(id, progress) instanceof Applied.Failed failed ? failed.why() : null;
        } catch (RuntimeException refusal) {
            return refusal.getMessage();
        }
    }

    private static String plan(Statement session) throws SQLException {
        var plan = new StringBuilder();
        try (var rows = session.executeQuery("EXPLAIN EXECUTE first_row")) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    private void mayAlterSystem() {
        shop.actForNobody();
        shop.shop
                .sql("GRANT ALTER SYSTEM ON PARAMETER geqo_effort, enable_tidscan TO agent_of_" + database)
                .update();
        shop.shop
                .sql("GRANT CREATE ON DATABASE " + database + " TO agent_of_" + database)
                .update();
        shop.shop
                .sql("GRANT EXECUTE ON FUNCTION pg_reload_conf() TO agent_of_" + database)
                .update();
    }

    private SetParameter set(Scope scope, String name, String value) {
        return room.get(FormerState.class).set(ShopDatabase.RUN, scope, name, value);
    }

    private boolean undone() {
        try {
            return undo.undo(ShopDatabase.RUN, progress);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private List<String> notLookedAt() {
        return room.ours
                .sql("SELECT what || ': ' || why FROM run_blind_spot WHERE what LIKE '%work_mem%'")
                .query(String.class)
                .list();
    }

    private CompletableFuture<Applied> inBackground(String id) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return apply.apply(id, progress);
            } catch (InterruptedException stop) {
                throw new IllegalStateException(stop);
            }
        });
    }

    private String inNewSession(String parameter) {
        return shop.shop.sql("SHOW " + parameter).query(String.class).single();
    }

    private List<String> sent() {
        return room.ours
                .sql("SELECT statement FROM change_statement WHERE millis IS NOT NULL AND error IS NULL ORDER BY id")
                .query(String.class)
                .list();
    }
}
