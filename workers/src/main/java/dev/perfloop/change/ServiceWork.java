package dev.perfloop.change;

import dev.perfloop.run.Runs;
import dev.perfloop.target.HookDoor;
import dev.perfloop.target.HookFailed;
import dev.perfloop.target.Hooks;
import dev.perfloop.target.Target;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Sets a value of the service through its hook, or puts the former one back. A value is set as it shall be, never by how much it
 * changes, so that setting it twice is setting it once. A call whose maker was killed is waited for, as long as it may take, before
 * another is made; and whether the value holds is what the service says, not what the call answered.
 */
@Component
class ServiceWork {
    private final ServiceCalls calls;
    private final ChangeStatementRepository journal;
    private final HookDoor door;
    private final Runs runs;
    private final ChangeProperties properties;
    private final InstantSource clock;

    ServiceWork(
            ServiceCalls calls,
            ChangeStatementRepository journal,
            HookDoor door,
            Runs runs,
            ChangeProperties properties,
            InstantSource clock) {
        this.calls = calls;
        this.journal = journal;
        this.door = door;
        this.runs = runs;
        this.properties = properties;
        this.clock = clock;
    }

    /** What is to hold, and the texts of the calls that bring it about: the write, and the restart where there is one. */
    private record Goal(String value, String write, Optional<String> restart) {}

    boolean apply(ServiceChange wanted, RunChange change, Progress progress) throws InterruptedException {
        var setting = wanted.setting();
        return reach(wanted, goal(setting.value(), setting.calls()), change, progress);
    }

    boolean undo(ServiceChange set, RunChange change, Progress progress) throws InterruptedException {
        var setting = set.setting();
        var target = runs.targetOf(change.runId());
        var hook = hook(set, target);
        if (!calls.awaitAnswers(change, longest(hook, target), progress)) {
            return false;
        }
        boolean untouched = !calls.mayHaveLanded(change, setting.calls().getFirst())
                && same(door.read(target, hook, setting.name()), setting.former());
        return untouched || reach(set, goal(setting.former(), setting.callBack()), change, progress);
    }

    private static Goal goal(String value, List<String> calls) {
        return new Goal(value, calls.getFirst(), calls.size() > 1 ? Optional.of(calls.get(1)) : Optional.empty());
    }

    private boolean reach(ServiceChange set, Goal goal, RunChange change, Progress progress)
            throws InterruptedException {
        var target = runs.targetOf(change.runId());
        var hook = hook(set, target);
        String name = set.setting().name();
        if (!calls.awaitAnswers(change, longest(hook, target), progress)) {
            return false;
        }
        while (!progress.calledOff() && calls.isStill(change)) {
            var written = journal.answeredAt(change.id(), goal.write());
            var last = goal.restart().isEmpty() ? written : restarted(change, goal, written);
            if (written.isEmpty()) {
                progress.at(30, goal.write());
                calls.make(change, target, hook.write(), goal.write(), name, goal.value());
            } else if (last.isEmpty()) {
                progress.at(50, goal.restart().orElseThrow());
                calls.make(change, target, restart(target), goal.restart().orElseThrow(), name, goal.value());
            } else if (holds(target, hook, name, goal, last.get())) {
                return true;
            } else {
                progress.at(70, "Waiting until " + name + " is " + goal.value());
                Thread.sleep(properties.poll());
            }
        }
        return false;
    }

    private Optional<Instant> restarted(RunChange change, Goal goal, Optional<Instant> written) {
        return journal.answeredAt(change.id(), goal.restart().orElseThrow())
                .filter(at -> written.isPresent() && !at.isBefore(written.get()));
    }

    /** What a service that comes up again cannot tell yet is asked for once more, until its time is over. */
    private boolean holds(Target target, Hooks.Setting hook, String name, Goal goal, Instant since) {
        boolean late = Duration.between(since, clock.instant()).compareTo(hook.within()) > 0;
        try {
            String now = door.read(target, hook, name);
            if (!same(now, goal.value()) && late) {
                throw new WithoutEffect(
                        "\"" + goal.write() + "\" was accepted and had no effect within "
                                + hook.within().toSeconds() + " s: " + name + " is still " + now + ".",
                        "Look what the hook does with it, or give it more time (within).");
            }
            return same(now, goal.value());
        } catch (HookFailed unread) {
            if (late) {
                throw unread;
            }
            return false;
        }
    }

    static boolean same(String one, String other) {
        return SettingValue.same(one.strip(), other.strip());
    }

    /** No call of ours takes longer. */
    private static Duration longest(Hooks.Setting hook, Target target) {
        var write = hook.write().patience();
        var restart = target.hooks().restart();
        return restart == null || restart.patience().compareTo(write) < 0 ? write : restart.patience();
    }

    static Hooks.Setting hook(ServiceChange change, Target target) {
        if (target.hooks().setting(change.through()) instanceof Hooks.Setting hook) {
            return hook;
        }
        throw new HookFailed("The target's file has no hook for " + change.kind() + ".", "Add it to hooks.", true);
    }

    private static Hooks.Call restart(Target target) {
        if (target.hooks().restart() instanceof Hooks.Call restart) {
            return restart;
        }
        throw new HookFailed("The target's file has no hook to restart the service.", "Add hooks.restart.", true);
    }
}
