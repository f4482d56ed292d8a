package dev.perfloop.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.perfloop.change.SetParameter.Scope;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** For the whole server something is set that matters to no other test. */
class ServerParameterTests extends SettingAShop {
    @AfterEach
    void close() {
        shop.shop.sql("ALTER SYSTEM RESET geqo_effort").update();
        shop.shop.sql("ALTER SYSTEM RESET enable_tidscan").update();
        shop.shop.sql("SELECT pg_reload_conf()").query().singleRow();
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
    void whatOurRoleMayNotSetFailsAndLeavesNothing() throws Exception {
        shop.actForNobody();
        String id = changes.propose(ShopDatabase.RUN, null, set(Scope.SYSTEM, "geqo_effort", "8"));

        assertThat(refused(id)).contains("geqo_effort");

        assertThat(inNewSession("geqo_effort")).isEqualTo("5");
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
}
