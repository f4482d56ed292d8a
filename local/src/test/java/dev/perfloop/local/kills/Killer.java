package dev.perfloop.local.kills;

import dev.perfloop.local.SplitStack;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/** Kills one victim after another by SIGKILL, each once the one before answers again. */
final class Killer {
    private static final Duration BACK_WITHIN = Duration.ofMinutes(3);
    /** Steps that take long: hit often enough without being aimed at. */
    private static final Set<String> COMMON =
            Set.of("run-load-test", "collect-baseline", "fingerprint-requests", "try-proposals", "check-observability");
    /** Longest wait once a step is aimed at, milliseconds: most take less. */
    private static final Map<String, Integer> WITHIN = Map.of("apply-change", 2_500, "undo-changes", 600);

    private static final int WITHIN_OTHERS = 150;

    private final SplitStack stack;
    private final InFlight inFlight;
    private final RandomGenerator random;
    private final Duration gap;
    private final InstantSource clock = InstantSource.system();
    private final List<Kill> kills = new ArrayList<>();
    private final Set<InFlight.Sight> seen = new HashSet<>();
    private int orphans;

    /** @param gap longest pause after a victim is back; one pause in three may be eight times as long */
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
            String aim = awaitMoment();
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

    /** At random; of the rarer steps that come by meanwhile every other one is aimed at. */
    private String awaitMoment() {
        // In bursts: a step that takes as long as a load test must have a chance to come to its end now and then.
        Duration longest = random.nextInt(3) == 0 ? gap.multipliedBy(8) : gap;
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(random.nextLong(longest.toMillis() + 1));
        while (System.nanoTime() < end) {
            for (InFlight.Sight sight : inFlight.sights()) {
                if (!COMMON.contains(sight.what()) && seen.add(sight) && random.nextBoolean()) {
                    pause(random.nextLong(WITHIN.getOrDefault(sight.what(), WITHIN_OTHERS)));
                    return sight.what();
                }
            }
            pause(10);
        }
        return "random";
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
