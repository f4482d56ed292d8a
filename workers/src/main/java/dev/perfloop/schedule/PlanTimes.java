package dev.perfloop.schedule;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says what a schedule waits for next, and that its process instance has heard of all changes so far. */
@Service
class PlanTimes {
    private final ScheduleRepository schedules;
    private final InstantSource clock;

    PlanTimes(ScheduleRepository schedules, InstantSource clock) {
        this.schedules = schedules;
        this.clock = clock;
    }

    @Transactional
    public Next plan(String scheduleId, long processInstanceKey) {
        var found = schedules.locked(scheduleId).filter(it -> it.status() != ScheduleStatus.REMOVED);
        Instant due = found.flatMap(it -> it.nextDue(clock.instant())).orElse(null);
        schedules.planned(scheduleId, due, processInstanceKey);
        return new Next(found.isEmpty(), due);
    }

    /** @param due null while there is none: it rests, or has come as often as it shall */
    record Next(boolean over, @Nullable Instant due) {}
}
