package dev.perfloop.process;

import static dev.perfloop.process.FakeWorkers.comparison;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.contract.ErrorCodes;
import dev.perfloop.contract.JobTypes;
import dev.perfloop.contract.Variables;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A run from the approved plan to its end. */
@ExtendWith(InMemoryCamunda.class)
class ChangeAndOutcomeTests {
    @Test
    void changesThatMeetTheTargetsAreKeptAndGuarded(Rehearsal rehearsal) {
        rehearsal.requestAndApprove();

        assertThat(rehearsal.playedElements())
                .containsSubsequence(
                        "Task_RecordDecision",
                        "Task_RunPeak",
                        "Task_ApplyChange",
                        "Task_ApplyChange",
                        "Task_RunBaseline",
                        "Task_CompareResults",
                        "Task_ChooseChanges",
                        "Task_KeepChanges",
                        "Task_UndoChanges",
                        "Task_GuardRegression",
                        "EndEvent_TargetsMet")
                .doesNotContain("Task_VerifyRollback", "Task_TakeOutChanges");
        assertThat(rehearsal.end()).contains("EndEvent_TargetsMet");
    }

    @Test
    void changesAreAppliedOneAfterTheOther(Rehearsal rehearsal) {
        rehearsal.requestAndApprove();

        assertThat(rehearsal.played().stream()
                        .filter(job -> job.jobType().equals(JobTypes.APPLY_CHANGE))
                        .map(job -> job.variables().get(Variables.CHANGE_ID)))
                .containsExactly("change-1", "change-2");
    }

    @Test
    void whereNoneCouldBeAppliedNothingIsMeasuredAndPeopleAreTold(Rehearsal rehearsal) {
        rehearsal.workers().say(JobTypes.APPLY_CHANGE, Map.of(Variables.ANYTHING_APPLIED, false));

        rehearsal.requestAndApprove();

        assertThat(rehearsal.playedElements())
                .contains("Task_ApplyChange")
                .doesNotContain("Task_CompareResults", "Task_UndoChanges");
        assertThat(rehearsal.end()).contains("EndEvent_Escalated_NothingApplied");
    }

    @Test
    void beforeAndAfterAreMeasuredUnderTheirNames(Rehearsal rehearsal) {
        rehearsal.requestAndApprove();

        assertThat(rehearsal.played().stream()
                        .filter(job -> job.elementId().equals("Task_RunBaseline"))
                        .map(job -> List.of(
                                job.variables().get(Variables.PHASE),
                                job.variables().get(Variables.CALLER_ELEMENT))))
                .containsExactly(
                        List.of("PROFILE", "CallActivity_DriveProfilingLoad"),
                        List.of("BEFORE", "CallActivity_MeasureBefore"),
                        List.of("AFTER", "CallActivity_MeasureAfter"));
    }

    @Test
    void aRejectedPlanChangesNothing(Rehearsal rehearsal) {
        rehearsal.request();
        rehearsal.decide("plan", "REJECT");

        assertThat(rehearsal.end()).contains("EndEvent_Rejected");
        assertThat(rehearsal.playedElements()).doesNotContain("Task_ApplyChange");
    }

    @Test
    void withoutAValidLoadBeforeNothingIsApplied(Rehearsal rehearsal) {
        rehearsal.workers().next("Task_RunBaseline", Answer.VALID_LOAD, Answer.INVALID_LOAD);

        rehearsal.requestAndApprove();

        assertThat(rehearsal.end()).contains("EndEvent_Inconclusive_BeforeLoad");
        assertThat(rehearsal.playedElements()).doesNotContain("Task_ApplyChange");
    }

    @Test
    void aLoadThatAPersonEndedBeforeIsNotRepeatedAndNothingIsApplied(Rehearsal rehearsal) {
        rehearsal.workers().next("Task_RunBaseline", Answer.VALID_LOAD, new Answer.Throw(ErrorCodes.LOAD_INVALID));

        rehearsal.requestAndApprove();

        assertThat(rehearsal.playedElements().stream().filter("Task_RunBaseline"::equals))
                .hasSize(2);
        assertThat(rehearsal.end()).contains("EndEvent_Inconclusive_BeforeLoad");
        assertThat(rehearsal.playedElements()).doesNotContain("Task_ApplyChange");
    }

    @Test
    void aChangeThatFailsTakesTheOthersBackToo(Rehearsal rehearsal) {
        rehearsal
                .workers()
                .next("Task_ApplyChange", new Answer.Complete(Map.of()), new Answer.Throw(ErrorCodes.CHANGE_FAILED));

        rehearsal.requestAndApprove();

        assertThat(rehearsal.playedElements())
                .containsSubsequence(
                        "Task_ApplyChange",
                        "Task_ApplyChange",
                        "Task_UndoChanges_PartialApply",
                        "Task_VerifyRollback_PartialApply");
        assertThat(rehearsal.end()).contains("EndEvent_RolledBack_PartialApply");
    }

    @Test
    void mostOfTheGainIsAcceptable(Rehearsal rehearsal) {
        rehearsal.workers().say(JobTypes.COMPARE_RESULTS, comparison("IMPROVED", false, 80, false));

        rehearsal.requestAndApprove();

        assertThat(rehearsal.playedElements()).containsSubsequence("Task_KeepChanges", "Task_GuardRegression_Partial");
        assertThat(rehearsal.end()).contains("EndEvent_Acceptable");
    }

    @Test
    void aRegressionIsUndoneOnceAndTheRollbackVerified(Rehearsal rehearsal) {
        rehearsal.workers().say(JobTypes.COMPARE_RESULTS, comparison("REGRESSED", false, 0, false));

        rehearsal.requestAndApprove();

        assertThat(rehearsal.playedElements())
                .containsSubsequence(
                        "Task_UndoChanges", "Task_VerifyRollback", "Task_RunBaseline", "Task_JudgeRollback")
                .containsOnlyOnce("Task_UndoChanges");
        assertThat(Played.baselines(rehearsal.played())).endsWith("AFTER 1", "ROLLED_BACK 1");
        assertThat(rehearsal.playedElements().stream().filter("Task_RunPeak"::equals))
                .hasSize(2);
        assertThat(rehearsal.end()).contains("EndEvent_RolledBack_Regressed");
    }

    @Test
    void aRollbackThatCouldNotBeMeasuredIsJudgedAllTheSame(Rehearsal rehearsal) {
        rehearsal
                .workers()
                .say(JobTypes.COMPARE_RESULTS, comparison("REGRESSED", false, 0, false))
                .next("Task_RunBaseline", Answer.VALID_LOAD, Answer.VALID_LOAD, Answer.VALID_LOAD, Answer.INVALID_LOAD);

        rehearsal.requestAndApprove();

        assertThat(rehearsal.playedElements()).contains("Task_JudgeRollback");
        assertThat(rehearsal.end()).contains("EndEvent_RolledBack_Regressed");
    }

    @Test
    void changesThatDidNotEarnTheirPlaceAreTakenBackAndEscalated(Rehearsal rehearsal) {
        rehearsal
                .workers()
                .say(JobTypes.COMPARE_RESULTS, comparison("UNCHANGED", true, 0, false))
                .say(JobTypes.UNDO_CHANGES, Map.of(Variables.TAKEN_BACK, 2));

        rehearsal.requestAndApprove();
        rehearsal.decide("architecture", "APPROVE");

        assertThat(rehearsal.playedElements())
                .containsSubsequence(
                        "Task_ChooseChanges",
                        "Task_KeepChanges",
                        "Task_UndoChanges",
                        "Task_VerifyRollback",
                        "Task_ReviewArchitecture",
                        "Task_RecordDecision_Architecture");
        assertThat(rehearsal.end()).contains("EndEvent_Escalated");
    }
}
