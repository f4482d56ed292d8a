package dev.perfloop.change.guard;

import dev.perfloop.change.Progress;
import dev.perfloop.change.RunChange;
import dev.perfloop.change.guard.GuardRepository.Held;
import dev.perfloop.run.BlindSpots;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Asks the guards before a change is begun, as Azure's automatic tuning does: nothing above 80 % CPU, no index that would fill the
 * space beyond 90 %. Beyond that, nothing behind a long transaction, which would hold up the build and all who queue behind it.
 */
@Component
public class Guarding {
    static final String CLEAR = "CLEAR";
    private static final String GIVEN_UP = "GIVEN_UP";

    private final List<Guard> guards;
    private final GuardRepository journal;
    private final BlindSpots blindSpots;
    private final GuardProperties properties;
    private final InstantSource clock;

    Guarding(
            DiskGuard disk,
            TransactionGuard transactions,
            LoadGuard load,
            GuardRepository journal,
            BlindSpots blindSpots,
            GuardProperties properties,
            InstantSource clock) {
        this.guards = List.of(disk, transactions, load);
        this.journal = journal;
        this.blindSpots = blindSpots;
        this.properties = properties;
        this.clock = clock;
    }

    /** Every answer is kept, and what a guard could not look at becomes a blind spot of the run. */
    public Permission ask(RunChange change, Target target, TargetDatabase database, Progress progress)
            throws InterruptedException {
        for (var guard : guards) {
            var answer = guard.ask(change, target, database, progress);
            journal.add(change.id(), clock.instant(), guard.name(), word(answer), answer.words());
            switch (answer) {
                case Answer.Unneeded unneeded -> {}
                case Answer.Clear clear -> progress.at(0, clear.words());
                case Answer.Unknown unknown ->
                    blindSpots.add(change.runId(), unknown.what(), unknown.why(), unknown.mend());
                case Answer.Wait wait -> {
                    return held(change, guard, wait);
                }
                case Answer.Refused refused -> {
                    return new Permission.LeftOut(refused.words() + " " + refused.mend());
                }
            }
        }
        return new Permission.Granted();
    }

    /** Whether a change that was never begun was given up, and with it the plan. */
    public boolean wasGivenUp(RunChange change) {
        return journal.has(change.id(), GIVEN_UP);
    }

    private Permission held(RunChange change, Guard guard, Answer.Wait wait) {
        var held = journal.held(change.id());
        var since = Duration.between(held.since(), clock.instant());
        if (since.compareTo(properties.patience()) >= 0) {
            String why =
                    "Held back for %d min and given up. %s %s".formatted(since.toMinutes(), wait.words(), wait.mend());
            journal.add(change.id(), clock.instant(), guard.name(), GIVEN_UP, why);
            return new Permission.GivenUp(why);
        }
        return new Permission.Later("Held back: " + wait.words(), pause(held));
    }

    private Duration pause(Held held) {
        var pause = properties.backoff().multipliedBy(held.times());
        return pause.compareTo(properties.longestBackoff()) > 0 ? properties.longestBackoff() : pause;
    }

    private static String word(Answer answer) {
        return switch (answer) {
            case Answer.Clear clear -> CLEAR;
            case Answer.Unneeded unneeded -> "UNNEEDED";
            case Answer.Wait wait -> "WAIT";
            case Answer.Refused refused -> "REFUSED";
            case Answer.Unknown unknown -> "UNKNOWN";
        };
    }
}
