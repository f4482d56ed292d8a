package dev.perfloop.local.kills;

import dev.perfloop.local.SplitStack;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/** Kills one victim after another by SIGKILL, each once the one before answers again. */
final class Killer {
    private static final Duration AIM_PATIENCE = Duration.ofSeconds(12);
    private static final Duration BACK_WITHIN = Duration.ofMinutes(3);
    private static final String BUILD = "the index being built";
    /** Aimed at as often as they stand here. */
    private static final List<String> AIMS = List.of(
            BUILD,
            BUILD,
            BUILD,
            "apply-change",
            "apply-change",
            "undo-changes",
            "undo-changes",
            "verify-rollback",
            "request-approval",
            "waiting for a person",
            "record-decision",
            "run-load-test",
            "compare-results",
            "compare-results",
            "keep-changes",
            "guard-regression",
            "write-summary",
            "draft-plan",
            "open-run");

    private final SplitStack stack;
    private final InFlight inFlight;
    private final RandomGenerator random;
    private final Duration gap;
    private final InstantSource clock = InstantSource.system();
    private final List<Kill> kills = new ArrayList<>();
    private int orphans;

    /** @param gap longest pause after a victim is back */
    Killer(SplitStack stack, RandomGenerator random, Duration gap) {
        this.stack = stack;
        this.inFlight = new InFlight(stack);
        this.random = random;
        this.gap = gap;
    }

    /** Ends after so many kills, or after so long. */
    List<Kill> kill(int count, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (kills.size() < count && System.nanoTime() < end) {
            Victim victim = Victim.draw(random);
            String aim = random.nextInt(3) == 0 ? aimed(AIMS.get(random.nextInt(AIMS.size()))) : atRandom();
            List<String> steps = inFlight.steps();
            Optional<ProcessHandle> process = victim.process(stack, random);
            if (process.isEmpty()) {
                continue;
            }
            Instant at = clock.instant();
            long began = System.nanoTime();
            process.get().destroyForcibly();
            Kill kill = new Kill(victim, aim, steps, at, awaitBack(victim, began));
            kills.add(kill);
            if (victim == Victim.APP) {
                orphans += orphans();
            }
            System.out.printf(
                    Locale.ROOT,
                    "%d %s %s at %s: back after %.1f s%n",
                    kills.size(),
                    at,
                    victim,
                    aim.equals("random") ? steps : aim,
                    kill.back().toMillis() / 1e3);
        }
        return kills;
    }

    /** Load generators that were still there when the app that had started them was long gone. */
    int orphansSeen() {
        return orphans;
    }

    private int orphans() {
        long app = stack.app().map(ProcessHandle::pid).orElse(0L);
        return (int) stack.loadGenerators()
                .filter(generator -> generator.parent().map(ProcessHandle::pid).orElse(1L) != app)
                .count();
    }

    private String atRandom() {
        pause(random.nextLong(gap.toMillis() + 1));
        return "random";
    }

    /** At random after all when what is aimed at does not come. */
    private String aimed(String aim) {
        BooleanSupplier there = aim.equals(BUILD)
                ? inFlight::isIndexBeingBuilt
                : () -> inFlight.steps().contains(aim);
        long end = System.nanoTime() + AIM_PATIENCE.toNanos();
        while (!there.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return "random";
            }
            pause(10);
        }
        pause(random.nextLong(aim.equals("apply-change") || aim.equals("run-load-test") ? 2_500 : 200));
        return aim;
    }

    private Duration awaitBack(Victim victim, long began) {
        pause(200); // until nobody answers who is being ended
        while (!victim.answers(stack)) {
            if (System.nanoTime() - began > BACK_WITHIN.toNanos()) {
                throw new IllegalStateException(victim + " does not come back");
            }
            pause(50);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static void pause(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
