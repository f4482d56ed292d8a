package dev.perfloop.process;

import static dev.perfloop.process.FakeWorkers.nextTime;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.contract.JobTypes;
import dev.perfloop.contract.ProcessIds;
import dev.perfloop.contract.Variables;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A schedule's instance lives on its own; what "Plan next time" says comes from the schedule's row. */
@ExtendWith(InMemoryCamunda.class)
class ScheduleTests {
    private static final String SCHEDULE = "shop-k7x2p9";
    private static final String RUN = "20261122-020000-k7x2p9";

    private final Instant now = InstantSource.system().instant();

    @Test
    void aRunBeginsWhenItsTimeIsDueAndTheNextIsPlanned(Rehearsal rehearsal) {
        plan(rehearsal, in(3), in(27));
        rehearsal.workers().say(JobTypes.DECIDE_DUE_TIME, Map.of(Variables.SCHEDULED_RUN, RUN));
        rehearsal.changeSchedule(SCHEDULE);

        rehearsal.passTime(Duration.ofHours(2));
        assertThat(rehearsal.playedElements()).containsExactly("Task_PlanNextTime");
        rehearsal.passTime(Duration.ofMinutes(61));

        assertThat(rehearsal.playedElements())
                .containsExactly("Task_PlanNextTime", "Task_DecideDueTime", "Task_RequestRun", "Task_PlanNextTime");
        assertThat(rehearsal.at("Task_DecideDueTime").variables())
                .containsEntry(Variables.SCHEDULE_ID, SCHEDULE)
                .containsEntry(Variables.NEXT_DUE, in(3).toString());
        assertThat(rehearsal.at("Task_RequestRun").variables()).containsEntry(Variables.SCHEDULED_RUN, RUN);
        rehearsal.passTime(Duration.ofHours(25));
        assertThat(requested(rehearsal)).hasSize(2);
    }

    @Test
    void aTimeAtWhichNoRunBeginsIsFollowedByTheNext(Rehearsal rehearsal) {
        plan(rehearsal, in(1), in(2));
        Map<String, Object> noRun = new HashMap<>();
        noRun.put(Variables.SCHEDULED_RUN, null);
        rehearsal.workers().say(JobTypes.DECIDE_DUE_TIME, noRun);
        rehearsal.changeSchedule(SCHEDULE);

        rehearsal.passTime(Duration.ofMinutes(61));

        assertThat(rehearsal.playedElements())
                .containsExactly("Task_PlanNextTime", "Task_DecideDueTime", "Task_PlanNextTime");
    }

    @Test
    void aRunThatBeganIsNotRequestedAgainWhereTheNextTimeIsSkipped(Rehearsal rehearsal) {
        plan(rehearsal, in(1), in(2));
        Map<String, Object> noRun = new HashMap<>();
        noRun.put(Variables.SCHEDULED_RUN, null);
        rehearsal
                .workers()
                .next(
                        "Task_DecideDueTime",
                        new Answer.Complete(Map.of(Variables.SCHEDULED_RUN, RUN)),
                        new Answer.Complete(noRun));
        rehearsal.changeSchedule(SCHEDULE);

        rehearsal.passTime(Duration.ofMinutes(61));
        rehearsal.passTime(Duration.ofMinutes(61));

        assertThat(requested(rehearsal)).hasSize(1);
    }

    @Test
    void aTimeThatWasMissedIsDueAtOnce(Rehearsal rehearsal) {
        plan(rehearsal, now.minus(Duration.ofDays(1)));
        rehearsal.workers().say(JobTypes.DECIDE_DUE_TIME, Map.of(Variables.SCHEDULED_RUN, RUN));

        rehearsal.changeSchedule(SCHEDULE);
        rehearsal.passTime(Duration.ofSeconds(1));

        assertThat(requested(rehearsal)).hasSize(1);
    }

    @Test
    void aChangeWhileItWaitsIsPlannedAnewAndTheOldTimeIsForgotten(Rehearsal rehearsal) {
        plan(rehearsal, in(3), in(30));
        rehearsal.changeSchedule(SCHEDULE);

        rehearsal.changeSchedule(SCHEDULE);
        rehearsal.passTime(Duration.ofHours(4));

        assertThat(rehearsal.playedElements()).containsExactly("Task_PlanNextTime", "Task_PlanNextTime");
    }

    @Test
    void aPausedScheduleSleepsUntilItIsResumed(Rehearsal rehearsal) {
        rehearsal.workers().next("Task_PlanNextTime", new Answer.Complete(nextTime(null, false)));
        plan(rehearsal, in(400 * 24 + 1));
        rehearsal.changeSchedule(SCHEDULE);

        rehearsal.passTime(Duration.ofDays(400));
        assertThat(rehearsal.playedElements()).containsExactly("Task_PlanNextTime");
        rehearsal.changeSchedule(SCHEDULE);
        rehearsal.passTime(Duration.ofMinutes(61));

        assertThat(rehearsal.playedElements()).contains("Task_DecideDueTime");
    }

    @Test
    void aRemovedScheduleEndsAndTheSameIdMayBeginAnew(Rehearsal rehearsal) {
        plan(rehearsal, in(3));
        rehearsal.changeSchedule(SCHEDULE);
        rehearsal.workers().next("Task_PlanNextTime", new Answer.Complete(nextTime(null, true)));

        rehearsal.changeSchedule(SCHEDULE);

        assertThat(rehearsal.completed()).contains("EndEvent_ScheduleRemoved", ProcessIds.SCHEDULED_OPTIMIZATION);
        rehearsal.changeSchedule(SCHEDULE);
        assertThat(rehearsal.playedElements()).hasSize(3);
    }

    @Test
    void eachScheduleHasOneInstanceHoweverOftenItIsToldOf(Rehearsal rehearsal) {
        rehearsal.changeSchedule(SCHEDULE);
        rehearsal.changeSchedule(SCHEDULE);
        rehearsal.changeSchedule("shop-other1");

        assertThat(rehearsal.played())
                .extracting(job -> job.variables().get(Variables.SCHEDULE_ID))
                .containsExactly(SCHEDULE, SCHEDULE, "shop-other1");
        assertThat(rehearsal.completed().filter("StartEvent_ScheduleMade"::equals))
                .hasSize(2);
    }

    @Test
    void aChangeWhileARunIsDecidedAboutBeginsNoSecondInstance(Rehearsal rehearsal) {
        plan(rehearsal, in(1), in(2));
        rehearsal.workers().next("Task_DecideDueTime", new Answer.Hold());
        rehearsal.changeSchedule(SCHEDULE);
        rehearsal.passTime(Duration.ofMinutes(61));

        rehearsal.changeSchedule(SCHEDULE);

        assertThat(rehearsal.playedElements()).containsExactly("Task_PlanNextTime", "Task_DecideDueTime");
    }

    private Instant in(int hours) {
        return now.plus(Duration.ofHours(hours));
    }

    /** One after the other; then nothing is due any more. */
    private static void plan(Rehearsal rehearsal, Instant... times) {
        List.of(times)
                .forEach(time ->
                        rehearsal.workers().next("Task_PlanNextTime", new Answer.Complete(nextTime(time, false))));
    }

    private static List<Played> requested(Rehearsal rehearsal) {
        return rehearsal.played().stream()
                .filter(job -> job.jobType().equals(JobTypes.REQUEST_SCHEDULED_RUN))
                .toList();
    }
}
