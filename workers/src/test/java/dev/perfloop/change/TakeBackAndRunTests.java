package dev.perfloop.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.run.Intensity;
import dev.perfloop.run.RunId;
import dev.perfloop.run.RunRequests;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run and a taking back never work on one target together, nor do two takings back. */
class TakeBackAndRunTests extends ChangingAShop {
    private static final int ROUNDS = 20;

    private final TakeBacks takeBacks = room.get(TakeBacks.class);
    private final TakeBackChange work = room.get(TakeBackChange.class);
    private final RunRequests runs = room.get(RunRequests.class);
    private List<String> kept = List.of();

    @BeforeEach
    void twoKeptChanges() throws Exception {
        kept = List.of(applied(ShopDatabase.orderIdIndex()), applied(shop.noteIndexDrop()));
        changes.keep(ShopDatabase.RUN);
        endRuns();
    }

    @Test
    void noRunBeginsBeforeTheTakingBackHasEnded() throws Exception {
        String wish = takeBacks.request(kept.getFirst(), "ann", "").orElseThrow();

        assertThat(begin("r2")).isFalse();
        assertThat(runs.whatStandsAgainst("shop"))
                .contains("Change " + kept.getFirst() + " was being taken back: a run would have measured in between.");

        work.takeBack(wish, progress);
        assertThat(runs.whatStandsAgainst("shop")).isEmpty();
        assertThat(begin("r2")).isTrue();
    }

    @Test
    void nothingIsTakenBackBeforeTheRunHasEnded() {
        assertThat(begin("r2")).isTrue();
        assertThat(takeBacks.request(kept.getFirst(), "ann", "")).isEmpty();

        endRuns();
        assertThat(takeBacks.request(kept.getFirst(), "ann", "")).isPresent();
    }

    @Test
    void oneIsTakenBackAfterTheOther() throws Exception {
        String first = takeBacks.request(kept.getFirst(), "ann", "").orElseThrow();
        assertThat(takeBacks.request(kept.getLast(), "bob", "")).isEmpty();

        work.takeBack(first, progress);
        assertThat(takeBacks.request(kept.getLast(), "bob", "")).isPresent();
    }

    @Test
    void ofSeveralWhoAskAtTheSameMomentOneIsFirst() throws Exception {
        var together = new CyclicBarrier(3);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < ROUNDS; round++) {
                String run = "again-" + round;
                List<Callable<Boolean>> all = List.of(
                        () -> begin(run),
                        () -> takeBacks.request(kept.getFirst(), "ann", "").isPresent(),
                        () -> takeBacks.request(kept.getLast(), "bob", "").isPresent());
                int first = 0;
                for (var said : threads.invokeAll(all.stream()
                        .<Callable<Boolean>>map(ask -> () -> {
                            together.await();
                            return ask.call();
                        })
                        .toList())) {
                    first += said.get() ? 1 : 0;
                }

                assertThat(first).as("round " + round).isEqualTo(1);
                endRuns();
                room.ours.sql("DELETE FROM take_back").update();
            }
        }
    }

    @Test
    void whatAnotherChangeRestsOnIsNotSuggested() {
        room.ours
                .sql("INSERT INTO change_need VALUES (:first, :second, 'because')")
                .param("first", kept.getFirst())
                .param("second", kept.getLast())
                .update();

        assertThat(takeBacks.newestKept("shop", Duration.ofDays(1)))
                .map(TakeBacks.Kept::id)
                .contains(kept.getFirst());
    }

    private boolean begin(String run) {
        return runs.request(new RunId(run), "shop", Intensity.QUICK, "ann");
    }

    private void endRuns() {
        room.ours
                .sql(
                        "UPDATE run SET status = 'ENDED', outcome = 'TARGETS_MET', ended_at = now() WHERE status <> 'ENDED'")
                .update();
    }
}
