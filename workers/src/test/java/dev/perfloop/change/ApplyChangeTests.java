package dev.perfloop.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApplyChangeTests extends ChangingAShop {
    private final CreateIndex index = ShopDatabase.orderIdIndex();

    @Test
    void anIndexIsBuiltAndItsFingerprintsAndStatementsAreKept() throws Exception {
        String id = changes.propose(ShopDatabase.RUN, null, index);

        assertThat(apply.apply(id, progress)).isInstanceOf(Applied.Done.class);

        assertThat(shop.hasValid(index.indexName())).isTrue();
        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.APPLIED);
        assertThat(changes.get(id).fingerprintAfter())
                .isNotNull()
                .isNotEqualTo(changes.get(id).fingerprintBefore());
        assertThat(statements()).isEqualTo(index.statements());
    }

    @Test
    void proposingTwiceGivesOneChange() {
        String id = changes.propose(ShopDatabase.RUN, null, index);

        assertThat(changes.propose(ShopDatabase.RUN, null, index)).isEqualTo(id);
        assertThat(changes.propose(ShopDatabase.RUN, null, shop.noteIndexDrop()))
                .isNotEqualTo(id);
        assertThat(changes.ofRun(ShopDatabase.RUN))
                .extracting(RunChange::position)
                .containsExactly(1, 2);
    }

    @Test
    void aSecondDeliverySendsNothing() throws Exception {
        String id = changes.propose(ShopDatabase.RUN, null, index);
        apply.apply(id, progress);

        assertThat(apply.apply(id, progress)).isInstanceOf(Applied.Done.class);

        assertThat(statements()).hasSize(1);
    }

    @Test
    void aKillBetweenStatementAndStatusIsNoticedAsDone() throws Exception {
        String id = changes.propose(ShopDatabase.RUN, null, index);
        apply.apply(id, progress);
        room.ours
                .sql("UPDATE change SET status = 'APPLYING', applied_at = NULL")
                .update();

        assertThat(apply.apply(id, progress)).isInstanceOf(Applied.Done.class);

        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.APPLIED);
        assertThat(statements()).hasSize(1);
    }

    @Test
    void anInvalidIndexIsDroppedAndBuiltAgain() throws Exception {
        String id = changes.propose(ShopDatabase.RUN, null, index);
        shop.leaveInvalid(index);

        assertThat(apply.apply(id, progress)).isInstanceOf(Applied.Done.class);

        assertThat(shop.hasValid(index.indexName())).isTrue();
        assertThat(statements())
                .containsExactly(
                        index.undoStatements().getFirst(), index.statements().getFirst());
    }

    @Test
    void anEqualIndexMakesTheChangeNeedless() throws Exception {
        shop.shop.sql("CREATE INDEX handmade ON \"Order Line\" (\"Order Id\")").update();
        String id = changes.propose(ShopDatabase.RUN, null, index);

        assertThat(apply.apply(id, progress)).isInstanceOf(Applied.Done.class);

        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.SKIPPED);
        assertThat(changes.get(id).note()).contains("handmade");
        assertThat(statements()).isEmpty();
    }

    @Test
    void anIndexInAnotherOrderIsNotEqual() throws Exception {
        shop.shop
                .sql("CREATE INDEX handmade ON \"Order Line\" (\"Order Id\" DESC)")
                .update();
        shop.shop
                .sql("CREATE INDEX partial ON \"Order Line\" (\"Order Id\") WHERE id > 5")
                .update();
        String id = changes.propose(ShopDatabase.RUN, null, index);

        apply.apply(id, progress);

        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.APPLIED);
    }

    @Test
    void aTableThatIsGoneIsAReasonNotToBuild() throws Exception {
        String id =
                changes.propose(ShopDatabase.RUN, null, new CreateIndex(new TableName("public", "gone"), index.keys()));

        apply.apply(id, progress);

        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.SKIPPED);
        assertThat(changes.get(id).note()).contains("public.gone");
    }

    @Test
    void whatTheGuardsForbidIsNotDone() throws Exception {
        room.ours
                .sql("UPDATE run SET target_definition = replace(target_definition, 'CREATE_INDEX, ', '')")
                .update();
        String id = changes.propose(ShopDatabase.RUN, null, index);

        apply.apply(id, progress);

        assertThat(changes.get(id).note()).contains("do not allow CREATE_INDEX");
        assertThat(shop.has(index.indexName())).isFalse();
    }

    @Test
    void aLockHeldByAnotherSessionFailsTheChangeAndLeavesNothing() throws Exception {
        String id = changes.propose(ShopDatabase.RUN, null, index);
        try (var other = shop.source.getConnection()) {
            lock(other, "LOCK TABLE \"Order Line\" IN SHARE UPDATE EXCLUSIVE MODE");

            assertThat(apply.apply(id, progress)).isInstanceOf(Applied.Later.class);
            assertThat(apply.apply(id, progress)).isInstanceOf(Applied.Failed.class);
        }
        assertThat(shop.has(index.indexName())).isFalse();
        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.REVERTED);
        assertThat(changes.get(id).note()).startsWith("No lock");
    }

    @Test
    void aWriterThatDoesNotCommitLeavesAnInvalidIndexThatIsClearedAway() throws Exception {
        String id = changes.propose(ShopDatabase.RUN, null, index);
        try (var other = shop.source.getConnection()) {
            lock(other, "UPDATE \"Order Line\" SET note = 'y' WHERE id = 1");
            assertThat(apply.apply(id, progress)).isInstanceOf(Applied.Later.class);
            assertThat(shop.has(index.indexName())).isTrue();
            assertThat(shop.hasValid(index.indexName())).isFalse();
        }

        assertThat(apply.apply(id, progress)).isInstanceOf(Applied.Done.class);
        assertThat(shop.hasValid(index.indexName())).isTrue();
    }

    @Test
    void aStatementThatFailsIsNotTriedAgain() throws Exception {
        String id = changes.propose(
                ShopDatabase.RUN, null, new CreateIndex(ShopDatabase.TABLE, List.of(IndexKey.ascending("no such"))));

        assertThat(apply.apply(id, progress)).isInstanceOf(Applied.Failed.class);
        assertThat(apply.apply(id, progress)).isInstanceOf(Applied.Failed.class);

        assertThat(statements()).hasSize(1);
        assertThat(changes.get(id).note()).contains("no such");
    }

    @Test
    void anIndexIsDroppedOnlyWhileItIsTheOneOfThePlan() throws Exception {
        var drop = shop.noteIndexDrop();
        String id = changes.propose(ShopDatabase.RUN, null, drop);
        shop.shop.sql("DROP INDEX \"note again\"").update();
        shop.shop
                .sql("CREATE INDEX \"note again\" ON \"Order Line\" (note, id)")
                .update();

        apply.apply(id, progress);

        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.SKIPPED);
        assertThat(shop.has("note again")).isTrue();
    }

    @Test
    void anIndexThatEnforcesUniquenessIsNotDropped() throws Exception {
        String definition = shop.shop
                .sql("SELECT pg_get_indexdef('\"Order Line_pkey\"'::regclass)")
                .query(String.class)
                .single();
        String id = changes.propose(
                ShopDatabase.RUN, null, new DropIndex(ShopDatabase.TABLE, "Order Line_pkey", definition));

        apply.apply(id, progress);

        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.SKIPPED);
    }

    private List<String> statements() {
        return room.ours
                .sql("SELECT statement FROM change_statement WHERE millis IS NOT NULL ORDER BY id")
                .query(String.class)
                .list();
    }

    private static void lock(Connection session, String statement) throws SQLException {
        session.setAutoCommit(false);
        try (var single = session.createStatement()) {
            single.execute(statement);
        }
    }
}
