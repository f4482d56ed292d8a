package dev.perfloop.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.perfloop.run.Runs;
import dev.perfloop.target.TargetDatabase;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service that suffers, or does not, while one of its changes is applied. */
class WatchedChangeTests extends ChangingAShop {
    /** One to warm up, and those that are remembered. */
    private static final int LOOKS_BEFORE = 1 + ChangeRoom.LOOKS_BEFORE;

    private final CreateIndex index = ShopDatabase.orderIdIndex();

    @BeforeEach
    void prepare() {
        room.ours
                .sql("UPDATE run SET target_definition = replace(target_definition, '100ms', '1s')")
                .update();
        room.service.answersIn(10);
    }

    @Test
    void aBuildUnderWhichTheServiceSuffersIsCancelledAndClearedAway() throws Exception {
        String id = changes.propose(ShopDatabase.RUN, null, index);
        try (var writer = shop.source.getConnection();
                var session = writer.createStatement()) {
            writer.setAutoCommit(false);
            session.execute("UPDATE \"Order Line\" SET note = 'y' WHERE id = 1");
            var build = CompletableFuture.supplyAsync(() -> applied(id));
            awaitWaitingBuild(id);
            room.service.answersIn(1000);
            await().until(() -> changes.get(id).status() != ChangeStatus.APPLYING);
            writer.rollback();

            build.get();
        }
        assertThat(apply.apply(id, progress))
                .isInstanceOfSatisfying(
                        Applied.Failed.class,
                        failed -> assertThat(failed.why())
                                .contains("suffered for 3 looks in a row")
                                .contains("request read takes 1000 ms, at most 10 ms before (limit 100 ms)"));
        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.REVERTED);
        assertThat(shop.has(index.indexName())).isFalse();
        assertThat(statements()).anyMatch(statement -> statement.startsWith("SELECT pg_cancel_backend("));
        assertThat(room.get(VerifyRollback.class).verify(ShopDatabase.RUN)).contains("as before");
    }

    @Test
    void aServiceThatSuffersFromWhatIsDoneHasItTakenBackAndThePlanEnds() throws Exception {
        String id = changes.propose(
                ShopDatabase.RUN,
                null,
                room.get(FormerState.class)
                        .set(ShopDatabase.RUN, SetParameter.Scope.DATABASE, "random_page_cost", "1000"));
        changes.propose(ShopDatabase.RUN, null, index);
        room.service.suffersAfter(LOOKS_BEFORE);

        assertThat(untilItEnds(id)).isInstanceOf(Applied.Failed.class);

        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.REVERTED);
        assertThat(changes.get(id).note()).contains("suffered");
        assertThat(room.get(VerifyRollback.class).verify(ShopDatabase.RUN)).contains("as before");
    }

    @Test
    void aHiccupStopsNothing() throws Exception {
        String id = changes.propose(ShopDatabase.RUN, null, index);
        room.service.suffersBetween(LOOKS_BEFORE, LOOKS_BEFORE + ChangeRoom.LOOKS_IN_A_ROW - 1);

        assertThat(apply.apply(id, progress)).isInstanceOf(Applied.Done.class);

        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.APPLIED);
    }

    @Test
    void whoeverGoesOnWithAChangeMeasuresTheServiceByWhatItWasBefore() throws Exception {
        String id = changes.propose(ShopDatabase.RUN, null, index);
        apply.apply(id, progress);
        room.ours
                .sql("UPDATE change SET status = 'APPLYING', applied_at = NULL")
                .update();
        room.service.answersIn(500);

        assertThat(untilItEnds(id)).isInstanceOf(Applied.Failed.class);

        assertThat(changes.get(id).note()).contains("at most 10 ms before");
        assertThat(shop.has(index.indexName())).isFalse();
    }

    @Test
    void aServiceThatCannotBeWatchedIsSaidSo() throws Exception {
        String id = changes.propose(ShopDatabase.RUN, null, index);
        room.service.answersIn(0);

        assertThat(apply.apply(id, progress)).isInstanceOf(Applied.Done.class);

        assertThat(room.ours
                        .sql("SELECT what FROM run_blind_spot")
                        .query(String.class)
                        .list())
                .contains("the service while a change is applied");
    }

    private Applied untilItEnds(String id) throws InterruptedException {
        var outcome = apply.apply(id, progress);
        for (int delivery = 0; delivery < 5 && outcome instanceof Applied.Later; delivery++) {
            outcome = apply.apply(id, progress);
        }
        return outcome;
    }

    private Applied applied(String id) {
        try {
            return untilItEnds(id);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private void awaitWaitingBuild(String id) {
        var target = room.get(TargetDatabase.Door.class).of(room.get(Runs.class).targetOf(ShopDatabase.RUN));
        long lock = StatementSender.lockOf(changes.get(id));
        await().until(() -> room.get(SchemaRepository.class)
                .holder(target, lock)
                .filter(holder -> holder.phase() != null && holder.phase().startsWith("waiting"))
                .isPresent());
    }

    private List<String> statements() {
        return room.ours
                .sql("SELECT statement FROM change_statement ORDER BY id")
                .query(String.class)
                .list();
    }
}
