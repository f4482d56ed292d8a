package dev.perfloop.process;

import static dev.perfloop.process.FakeWorkers.comparison;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.contract.JobTypes;
import dev.perfloop.contract.Variables;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The approval pattern, at each of the four places where it stands. */
@ExtendWith(InMemoryCamunda.class)
class ApprovalTests {

    enum Place {
        PLAN("Task_ApprovePlan", "plan", "Task_RecordDecision", "EndEvent_Rejected"),
        BY_HAND("Task_ApplyByHand", "by-hand", "Task_RecordDecision_ByHand", "EndEvent_Rejected_NothingApplied"),
        ARCHITECTURE(
                "Task_ReviewArchitecture", "architecture", "Task_RecordDecision_Architecture", "EndEvent_Escalated"),
        INCONCLUSIVE(
                "Task_DecideInconclusive",
                "inconclusive-1",
                "Task_RecordDecision_Inconclusive",
                "EndEvent_Inconclusive_TakenBack");

        final String task;
        final String what;
        final String record;
        final String endWithoutYes;

        Place(String task, String what, String record, String endWithoutYes) {
            this.task = task;
            this.what = what;
            this.record = record;
            this.endWithoutYes = endWithoutYes;
        }

        void reach(Rehearsal rehearsal) {
            switch (this) {
                case PLAN -> rehearsal.request();
                case BY_HAND -> {
                    rehearsal.workers().next("Task_RecordDecision", yes(Map.of(Variables.BY_HAND_WANTED, true)));
                    rehearsal.requestAndApprove();
                }
                case ARCHITECTURE -> {
                    rehearsal
                            .workers()
                            .say(
                                    JobTypes.FIND_ROOT_CAUSES,
                                    Map.of(Variables.FINDING_COUNT, 0, Variables.PROPOSABLE_COUNT, 0));
                    rehearsal.request();
                }
                case INCONCLUSIVE -> {
                    rehearsal.workers().say(JobTypes.COMPARE_RESULTS, comparison("INCONCLUSIVE", false, 0, false));
                    rehearsal.requestAndApprove();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theApprovalIsAnnouncedWithItsIdAndKind(Place place, Rehearsal rehearsal) {
        place.reach(rehearsal);

        var announced = rehearsal.at(place.task);
        assertThat(announced.jobType()).isEqualTo(JobTypes.REQUEST_APPROVAL);
        assertThat(announced.variables())
                .containsEntry(Variables.APPROVAL_ID, "run-1-" + place.what)
                .containsEntry(Variables.APPROVAL_KIND, place.name());
    }

    @ParameterizedTest
    @EnumSource
    void aDecisionInOurUiIsRecordedWithWhoAndWhy(Place place, Rehearsal rehearsal) {
        place.reach(rehearsal);

        rehearsal.decide(place.what, "REJECT");

        assertThat(rehearsal.at(place.record).variables())
                .containsEntry(Variables.APPROVAL_ID, "run-1-" + place.what)
                .containsEntry(Variables.DECISION, "REJECT")
                .containsEntry(Variables.DECISION_COMMENT, "because")
                .containsEntry(Variables.DECIDED_BY, "ann");
        assertThat(rehearsal.end()).contains(place.endWithoutYes);
        assertThat(rehearsal.terminated()).contains(place.task);
    }

    @ParameterizedTest
    @EnumSource
    void aDecisionInTasklistIsRecordedToo(Place place, Rehearsal rehearsal) {
        place.reach(rehearsal);

        rehearsal.decideInTasklist(place.task, "{\"decision\":\"REJECT\",\"decisionComment\":\"not now\"}");

        assertThat(rehearsal.at(place.record).variables())
                .containsEntry(Variables.DECISION, "REJECT")
                .containsEntry(Variables.DECISION_COMMENT, "not now")
                .containsEntry(Variables.DECIDED_BY, null);
        assertThat(rehearsal.end()).contains(place.endWithoutYes);
    }

    @ParameterizedTest
    @EnumSource
    void aTaskCompletedWithoutAChoiceIsNoYes(Place place, Rehearsal rehearsal) {
        place.reach(rehearsal);

        rehearsal.decideInTasklist(place.task, "{}");

        assertThat(rehearsal.at(place.record).variables()).containsEntry(Variables.DECISION, null);
        assertThat(rehearsal.end()).contains(place.endWithoutYes);
    }

    @ParameterizedTest
    @EnumSource
    void approversAreRemindedEveryDayAndMayStillDecide(Place place, Rehearsal rehearsal) {
        place.reach(rehearsal);

        rehearsal.passTime(Duration.ofHours(25));
        rehearsal.passTime(Duration.ofHours(25));

        var reminders = rehearsal.played().stream().filter(job -> job.jobType().equals(JobTypes.REMIND_APPROVER));
        assertThat(reminders)
                .hasSize(2)
                .allSatisfy(
                        job -> assertThat(job.variables()).containsEntry(Variables.APPROVAL_ID, "run-1-" + place.what));
        rehearsal.decide(place.what, "REJECT");
        assertThat(rehearsal.end()).contains(place.endWithoutYes);
    }

    @ParameterizedTest
    @EnumSource
    void anApprovalExpiresAfterAWeek(Place place, Rehearsal rehearsal) {
        place.reach(rehearsal);

        rehearsal.passTime(Duration.ofDays(8));

        assertThat(rehearsal.at(place.record).variables())
                .containsEntry(Variables.DECISION, "EXPIRED")
                .containsEntry(Variables.DECIDED_BY, null);
        assertThat(rehearsal.end()).contains(place.endWithoutYes);
    }

    @Test
    void openRunMaySetTheTimes(Rehearsal rehearsal) {
        rehearsal
                .workers()
                .say(
                        JobTypes.OPEN_RUN,
                        Map.of(
                                Variables.RUN_ID,
                                Rehearsal.RUN,
                                Variables.TARGET,
                                Rehearsal.TARGET,
                                Variables.INTENSITY,
                                "QUICK",
                                Variables.STRESS_WANTED,
                                false,
                                Variables.SOAK_WANTED,
                                false,
                                Variables.REMINDER_CYCLE,
                                "R/PT10M",
                                Variables.APPROVAL_EXPIRY,
                                "PT1H"));
        rehearsal.request();

        rehearsal.passTime(Duration.ofMinutes(11));
        assertThat(rehearsal.playedElements()).contains("Task_RemindApprover_ApprovePlan");
        rehearsal.passTime(Duration.ofMinutes(50));
        assertThat(rehearsal.end()).contains("EndEvent_Rejected");
    }

    @Test
    void aSecondDecisionChangesNothing(Rehearsal rehearsal) {
        rehearsal
                .workers()
                .next("Task_RunBaseline", new Answer.Complete(Map.of(Variables.LOAD_VALID, true)), new Answer.Hold());
        rehearsal.requestAndApprove();

        rehearsal.decide("plan", "REJECT");

        assertThat(rehearsal.playedElements()).containsOnlyOnce("Task_RecordDecision");
        assertThat(rehearsal.at("Task_RecordDecision").variables()).containsEntry(Variables.DECISION, "APPROVE");
    }

    @Test
    void whatIsApprovedForAWindowWaitsUntilItOpens(Rehearsal rehearsal) {
        var opens = InstantSource.system().instant().plus(Duration.ofHours(3));
        rehearsal.workers().next("Task_RecordDecision", yes(Map.of(Variables.APPLY_FROM, opens.toString())));
        rehearsal.requestAndApprove();

        rehearsal.passTime(Duration.ofHours(2));
        assertThat(rehearsal.playedElements()).doesNotContain("Task_ApplyChange");
        rehearsal.passTime(Duration.ofHours(2));

        assertThat(rehearsal.playedElements()).contains("Task_ApplyChange");
        assertThat(rehearsal.end()).contains("EndEvent_TargetsMet");
    }

    @Test
    void whatWaitsForAWindowCanBeCancelled(Rehearsal rehearsal) {
        var opens = InstantSource.system().instant().plus(Duration.ofHours(3));
        rehearsal.workers().next("Task_RecordDecision", yes(Map.of(Variables.APPLY_FROM, opens.toString())));
        rehearsal.requestAndApprove();

        rehearsal.cancel();

        assertThat(rehearsal.playedElements()).doesNotContain("Task_ApplyChange");
        assertThat(rehearsal.end()).contains("EndEvent_Cancelled");
    }

    @Test
    void aDecisionThatDoesNotCountIsAskedForAgain(Rehearsal rehearsal) {
        rehearsal
                .workers()
                .next(
                        "Task_RecordDecision",
                        new Answer.Complete(
                                Map.of(Variables.APPROVED, false, Variables.REFUSAL, "four eyes are wanted")));
        rehearsal.request();

        rehearsal.decideInTasklist(
                "Task_ApprovePlan", "{\"decision\":\"APPROVE\",\"leaveOut\":\"9\",\"notBefore\":\"22:00\"}");

        assertThat(rehearsal.end()).as("not over").isEmpty();
        assertThat(rehearsal.at("Task_RecordDecision").variables())
                .containsEntry(Variables.LEAVE_OUT, "9")
                .containsEntry(Variables.NOT_BEFORE, "22:00");
        assertThat(rehearsal.at("Task_ApprovePlan").variables())
                .containsEntry(Variables.REFUSAL, "four eyes are wanted");
        rehearsal.decide("plan", "REJECT");
        assertThat(rehearsal.playedElements().stream().filter("Task_ApprovePlan"::equals))
                .hasSize(2);
        assertThat(rehearsal.end()).contains("EndEvent_Rejected");
    }

    private static Answer yes(Map<String, Object> more) {
        var variables = new HashMap<>(more);
        variables.put(Variables.APPROVED, true);
        return new Answer.Complete(variables);
    }
}
