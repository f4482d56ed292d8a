package dev.perfloop.schedule;

import dev.perfloop.run.RunId;
import dev.perfloop.run.RunRequests;
import dev.perfloop.target.MaintenanceWindow;
import dev.perfloop.target.TargetReader;
import dev.perfloop.target.TargetRefused;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides about a time that is due: once, and with the run in the same transaction. */
@Service
class DueTimes {
    private final ScheduleRepository schedules;
    private final RunRequests runs;
    private final TargetReader targets;
    private final InstantSource clock;

    DueTimes(ScheduleRepository schedules, RunRequests runs, TargetReader targets, InstantSource clock) {
        this.schedules = schedules;
        this.runs = runs;
        this.targets = targets;
        this.clock = clock;
    }

    /** The run that begins; the same when it is asked again. Empty when none does. */
    @Transactional
    public Optional<RunId> decide(String scheduleId, Instant due) {
        var schedule = schedules.locked(scheduleId);
        if (schedule.isEmpty() || schedules.isDecided(scheduleId, due)) {
            return schedules.runOf(scheduleId, due);
        }
        boolean changedMeanwhile = !due.equals(schedule.get().waitsFor());
        return changedMeanwhile ? Optional.empty() : decide(schedule.get(), due, clock.instant());
    }

    private Optional<RunId> decide(Schedule schedule, Instant due, Instant now) {
        var passed = schedule.passed(now);
        int missed = Math.max(0, passed.count() - 1);
        var decided = againstIt(schedule, now)
                .<Decided>map(why -> new Decided.Skipped(why, missed))
                .orElseGet(() -> begin(schedule, due, missed));
        schedules.decided(schedule.id(), due, decided, now);
        schedules.dealtWith(schedule.id(), passed.latest().orElse(due));
        return decided instanceof Decided.Begins begins ? Optional.of(begins.run()) : Optional.empty();
    }

    private Decided begin(Schedule schedule, Instant due, int missed) {
        var run = schedule.runAt(due);
        return runs.request(run, schedule.target(), schedule.intensity(), schedule.by())
                ? new Decided.Begins(run, missed)
                : new Decided.Skipped(
                        runs.whatStandsAgainst(schedule.target()).orElse("Another run of the target came first."),
                        missed);
    }

    private Optional<String> againstIt(Schedule schedule, Instant now) {
        var definition = schedules.definitionOf(schedule.target());
        if (definition.isEmpty()) {
            return Optional.of("There is no target " + schedule.target() + " any more.");
        }
        return schedule.inWindowsOnly() ? closedWindow(definition.get(), now) : Optional.empty();
    }

    private Optional<String> closedWindow(String definition, Instant now) {
        try {
            List<MaintenanceWindow> windows = targets.read(definition).guards().maintenance();
            return windows.isEmpty() || windows.stream().anyMatch(window -> window.isOpenAt(now))
                    ? Optional.empty()
                    : Optional.of("No maintenance window of the target was open (guards.maintenance).");
        } catch (TargetRefused unreadable) {
            return Optional.of("Its maintenance windows cannot be read: " + unreadable.getMessage());
        }
    }
}
