package dev.perfloop.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.perfloop.run.Runs;
import dev.perfloop.target.LockNotAvailable;
import dev.perfloop.target.TargetDatabase;
import dev.perfloop.target.TargetUnavailable;
import java.sql.Connection;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A builder that is slow, because a writer that does not commit keeps it waiting as long as the test wants. */
class CutOffTests extends ChangingAShop {
    private final CreateIndex index = ShopDatabase.orderIdIndex();
    private final Attentive first = new Attentive();
    private final Attentive second = new Attentive();

    @BeforeEach
    void prepare() {
        room.ours
                .sql("UPDATE run SET target_definition = replace(target_definition, '100ms', '1s')")
                .update();
    }

    @Test
    void aBuildThatStillRunsIsWaitedForAndNotStartedAgain() throws Exception {
        String id = changes.propose(ShopDatabase.RUN, null, index);
        try (var writer = slowWriter()) {
            var before = inBackground(id, first);
            awaitHolder(id);
            first.gone = true;
            assertThat(before.get()).isInstanceOf(Applied.Later.class);

            var after = inBackground(id, second);
            await().until(() -> !second.heard.isEmpty());
            writer.rollback();

            assertThat(after.get()).isInstanceOf(Applied.Done.class);
        }
        assertThat(second.heard).anyMatch(said -> said.contains("waiting for writers"));
        assertThat(shop.hasValid(index.indexName())).isTrue();
        assertThat(room.ours
                        .sql("SELECT count(*) FROM change_statement WHERE error IS NULL AND statement LIKE 'CREATE%'")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void anUndoStopsTheBuildThatRunsAndClearsAwayWhatItLeft() throws Exception {
        String id = changes.propose(ShopDatabase.RUN, null, index);
        try (var writer = slowWriter()) {
            var build = inBackground(id, first);
            awaitHolder(id);
            var undo = CompletableFuture.supplyAsync(() -> undo(second));
            assertThat(build.get()).isNotInstanceOf(Applied.Done.class);
            writer.rollback();

            assertThat(undo.get()).isTrue();
        }
        assertThat(shop.has(index.indexName())).isFalse();
        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.REVERTED);
        assertThat(room.get(VerifyRollback.class).verify(ShopDatabase.RUN)).contains("as before");
    }

    @Test
    void aBuildThatTheServerKillsIsClearedAwayAndBegunAgain() throws Exception {
        String id = changes.propose(ShopDatabase.RUN, null, index);
        try (var writer = slowWriter()) {
            var build = inBackground(id, first);
            shop.shop
                    .sql("SELECT pg_terminate_backend(:pid)")
                    .param("pid", awaitHolder(id).pid())
                    .query()
                    .singleRow();
            assertThat(build)
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(TargetUnavailable.class);
        }
        assertThat(shop.has(index.indexName())).isTrue();
        assertThat(shop.hasValid(index.indexName())).isFalse();

        assertThat(apply.apply(id, second)).isInstanceOf(Applied.Done.class);

        assertThat(shop.hasValid(index.indexName())).isTrue();
    }

    @Test
    void aWriterThatNeverCommitsIsNamedUntilWhatItLeftCanBeClearedAway() throws Exception {
        String id = changes.propose(ShopDatabase.RUN, null, index);
        try (var writer = slowWriter()) {
            assertThat(apply.apply(id, first)).isInstanceOf(Applied.Later.class);
            assertThatExceptionOfType(LockNotAvailable.class)
                    .isThrownBy(() -> apply.apply(id, first))
                    .satisfies(busy -> assertThat(busy.mend()).contains("End the long transaction"));
        }
        assertThat(apply.apply(id, second)).isInstanceOf(Applied.Failed.class);

        assertThat(shop.has(index.indexName())).isFalse();
        assertThat(changes.get(id).status()).isIn(ChangeStatus.REVERTED);
    }

    private Connection slowWriter() throws Exception {
        var writer = shop.source.getConnection();
        writer.setAutoCommit(false);
        try (var statement = writer.createStatement()) {
            statement.execute("UPDATE \"Order Line\" SET note = 'y' WHERE id = 1");
        }
        return writer;
    }

    private CompletableFuture<Applied> inBackground(String id, Progress progress) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return apply.apply(id, progress);
            } catch (InterruptedException stop) {
                throw new IllegalStateException(stop);
            }
        });
    }

    private boolean undo(Progress progress) {
        try {
            return room.get(UndoChanges.class).undo(ShopDatabase.RUN, progress);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private Holder awaitHolder(String id) {
        var target = room.get(TargetDatabase.Door.class).of(room.get(Runs.class).targetOf(ShopDatabase.RUN));
        long lock = StatementSender.lockOf(changes.get(id));
        return await().pollInterval(Duration.ofMillis(10))
                .until(
                        () -> room.get(SchemaRepository.class)
                                .holder(target, lock)
                                .filter(holder ->
                                        holder.phase() != null && holder.phase().startsWith("waiting")),
                        Optional::isPresent)
                .orElseThrow();
    }
}
