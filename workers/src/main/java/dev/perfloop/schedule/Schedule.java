package dev.perfloop.schedule;

import dev.perfloop.contract.timetable.Timetable;
import dev.perfloop.run.Intensity;
import dev.perfloop.run.RunId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When runs of a target begin by themselves.
 *
 * @param inWindowsOnly  whether runs of a target with maintenance windows begin only while one is open
 * @param dealtWithUntil times up to this one are dealt with, or were not wanted
 * @param waitsFor       the time that its process instance waits for; null since a person changed it
 * @param by             who changed it last and stands for its runs
 */
record Schedule(
        String id,
        String target,
        String times,
        String zone,
        Intensity intensity,
        boolean inWindowsOnly,
        ScheduleStatus status,
        Instant since,
        Instant dealtWithUntil,
        @Nullable Instant waitsFor,
        String by) {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /** The next time. Of those that were missed the last, so that they count as one; empty while it rests. */
    Optional<Instant> nextDue(Instant now) {
        if (status != ScheduleStatus.ACTIVE) {
            return Optional.empty();
        }
        return passed(now).latest().or(() -> timetable().next(dealtWithUntil));
    }

    /** What passed that is not dealt with. */
    Timetable.Passed passed(Instant now) {
        return timetable().passed(dealtWithUntil, now);
    }

    /** The same whenever it is asked for, so that a time that comes twice means one run. */
    RunId runAt(Instant due) {
        return new RunId(SECOND.format(due) + "-" + id.substring(id.lastIndexOf('-') + 1));
    }

    private Timetable timetable() {
        return Timetable.of(times, ZoneId.of(zone), since);
    }
}
