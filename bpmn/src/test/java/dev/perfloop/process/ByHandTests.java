package dev.perfloop.process;

import static dev.perfloop.process.FakeWorkers.comparison;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.contract.JobTypes;
import dev.perfloop.contract.Variables;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A plan that holds changes which a person applies. */
@ExtendWith(InMemoryCamunda.class)
class ByHandTests {

    @BeforeEach
    void leaveSomethingToAPerson(Rehearsal rehearsal) {
        rehearsal
                .workers()
                .next(
                        "Task_RecordDecision",
                        new Answer.Complete(Map.of(Variables.APPROVED, true, Variables.BY_HAND_WANTED, true)));
    }

    @Test
    void aPersonIsAskedOnceTheOthersAreApplied(Rehearsal rehearsal) {
        rehearsal.requestAndApprove();

        assertThat(rehearsal.playedElements())
                .containsSubsequence("Task_ApplyChange", "Task_ApplyChange", "Task_ApplyByHand")
                .doesNotContain("Task_CompareResults");
        assertThat(rehearsal.end()).as("not over").isEmpty();
    }

    @Test
    void whatIsDoneIsMeasuredAndJudgedLikeTheRest(Rehearsal rehearsal) {
        rehearsal.requestAndApprove();

        rehearsal.decide("by-hand", "APPROVE");

        assertThat(rehearsal.playedElements())
                .containsSubsequence(
                        "Task_ApplyByHand",
                        "Task_RecordDecision_ByHand",
                        "Task_RunBaseline",
                        "Task_CompareResults",
                        "Task_KeepChanges");
        assertThat(rehearsal.end()).contains("EndEvent_TargetsMet");
    }

    @Test
    void whatIsSaidInTasklistCountsToo(Rehearsal rehearsal) {
        rehearsal.requestAndApprove();

        rehearsal.decideInTasklist("Task_ApplyByHand", "{\"decision\":\"APPROVE\",\"decisionComment\":\"deployed\"}");

        assertThat(rehearsal.at("Task_RecordDecision_ByHand").variables())
                .containsEntry(Variables.DECISION_COMMENT, "deployed");
        assertThat(rehearsal.end()).contains("EndEvent_TargetsMet");
    }

    @Test
    void whatWasAppliedBeforeIsMeasuredThoughNothingWasDoneByHand(Rehearsal rehearsal) {
        rehearsal
                .workers()
                .next(
                        "Task_RecordDecision_ByHand",
                        new Answer.Complete(Map.of(Variables.APPROVED, false, Variables.ANYTHING_APPLIED, true)));
        rehearsal.requestAndApprove();

        rehearsal.decide("by-hand", "REJECT");

        assertThat(rehearsal.playedElements()).contains("Task_CompareResults");
        assertThat(rehearsal.end()).contains("EndEvent_TargetsMet");
    }

    @Test
    void withNothingAppliedNoLoadIsDriven(Rehearsal rehearsal) {
        rehearsal.requestAndApprove();
        long loads = loads(rehearsal);

        rehearsal.decide("by-hand", "REJECT");

        assertThat(loads(rehearsal)).isEqualTo(loads);
        assertThat(rehearsal.playedElements()).doesNotContain("Task_UndoChanges");
        assertThat(rehearsal.end()).contains("EndEvent_Rejected_NothingApplied");
    }

    /** A plan of which a person does all: "Apply change" has a go at it all the same, so that there is something to take back. */
    @Test
    void aRegressionOfAPlanThatAPersonAppliedTakesTheSameWayBack(Rehearsal rehearsal) {
        rehearsal.workers().say(JobTypes.DRAFT_PLAN, Map.of(Variables.CHANGE_IDS, List.of("change-1")));
        rehearsal.workers().say(JobTypes.COMPARE_RESULTS, comparison("REGRESSED", false, 0, false));
        rehearsal.requestAndApprove();

        rehearsal.decide("by-hand", "APPROVE");

        assertThat(rehearsal.playedElements())
                .containsSubsequence("Task_CompareResults", "Task_UndoChanges", "Task_VerifyRollback");
        assertThat(rehearsal.end()).contains("EndEvent_RolledBack_Regressed");
    }

    @Test
    void aRunThatWaitsForAPersonsWorkCanBeCancelled(Rehearsal rehearsal) {
        rehearsal.requestAndApprove();

        rehearsal.cancel();

        assertThat(rehearsal.playedElements()).contains("Task_UndoChanges_Cancel", "Task_VerifyRollback_Cancel");
        assertThat(rehearsal.end()).contains("EndEvent_Cancelled");
    }

    private static long loads(Rehearsal rehearsal) {
        return rehearsal.played().stream()
                .filter(job -> job.jobType().equals(JobTypes.RUN_LOAD_TEST))
                .count();
    }
}
