package dev.perfloop.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.perfloop.change.SetParameter.Scope;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What is set for the database holds for sessions that begin from then on. */
class SessionRenewalTests extends SettingAShop {
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
}
