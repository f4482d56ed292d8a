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

/** What does not tell at once is measured again: both sides, in turns, without each change; and in the end a person decides. */
@ExtendWith(InMemoryCamunda.class)
class MeasuredAgainTests {
    @Test
    void aLoadThatAPersonEndedAfterwardsAsksWhatShallBecomeOfTheChanges(Rehearsal rehearsal) {
        rehearsal.workers().next("Task_RunPeak", Answer.VALID_LOAD, new Answer.Throw(ErrorCodes.LOAD_INVALID));

        rehearsal.requestAndApprove();
        rehearsal.decide("inconclusive-1", "REJECT");

        assertThat(rehearsal.playedElements().stream().filter("Task_RunPeak"::equals))
                .hasSize(2);
        assertThat(rehearsal.playedElements())
                .doesNotContain("Task_CompareResults")
                .contains("Task_UndoChanges");
    }

    @Test
    void anInconclusiveResultIsMeasuredAgainWhileRunsAreLeft(Rehearsal rehearsal) {
        rehearsal
                .workers()
                .next("Task_CompareResults", new Answer.Complete(comparison("INCONCLUSIVE", false, 0, true)));

        rehearsal.requestAndApprove();

        assertThat(rehearsal.played().stream()
                        .filter(job -> job.elementId().equals("Task_RunBaseline"))
                        .map(job -> job.variables().get(Variables.ROUND)))
                .containsExactly(1, 1, 1, 2);
        assertThat(rehearsal.at("Task_CompareResults").variables()).containsEntry(Variables.ROUND, 2);
        assertThat(rehearsal.end()).contains("EndEvent_TargetsMet");
    }

    @Test
    void changesThatCanBeToggledAreTakenOutForAnotherMeasurementBefore(Rehearsal rehearsal) {
        rehearsal.workers().next("Task_CompareResults", new Answer.Complete(FakeWorkers.inTurns()));

        rehearsal.requestAndApprove();

        assertThat(rehearsal.playedElements())
                .containsSubsequence(
                        "Task_CompareResults",
                        "Task_TakeOutChanges",
                        "Task_RunBaseline",
                        "Task_RunPeak",
                        "Task_PutChangesBack",
                        "Task_RunBaseline",
                        "Task_CompareResults")
                .doesNotContain("Task_JudgeContribution");
        assertThat(Played.baselines(rehearsal.played()))
                .containsExactly("PROFILE 1", "BEFORE 1", "AFTER 1", "BEFORE 2", "AFTER 2");
        assertThat(rehearsal.end()).contains("EndEvent_TargetsMet");
    }

    @Test
    void changesArePutBackAlsoWhenNothingCouldBeMeasuredWithoutThem(Rehearsal rehearsal) {
        rehearsal
                .workers()
                .next("Task_CompareResults", new Answer.Complete(FakeWorkers.inTurns()))
                .next("Task_RunBaseline", Answer.VALID_LOAD, Answer.VALID_LOAD, Answer.VALID_LOAD, Answer.INVALID_LOAD);

        rehearsal.requestAndApprove();

        assertThat(rehearsal.playedElements()).contains("Task_PutChangesBack");
        assertThat(rehearsal.end()).contains("EndEvent_TargetsMet");
    }

    @Test
    void eachChangeIsMeasuredWithoutAndWhatAddsNothingStaysOut(Rehearsal rehearsal) {
        rehearsal
                .workers()
                .say(JobTypes.ATTRIBUTE_CHANGES, Map.of(Variables.TO_TELL_APART, List.of("change-2", "change-1")))
                .next("Task_JudgeContribution", new Answer.Complete(Map.of(Variables.CONTRIBUTES, false)))
                .say(JobTypes.UNDO_CHANGES, Map.of(Variables.TAKEN_BACK, 1));

        rehearsal.requestAndApprove();

        assertThat(rehearsal.playedElements())
                .containsSubsequence(
                        "Task_TakeOutChanges",
                        "Task_JudgeContribution",
                        "Task_TakeOutChanges",
                        "Task_JudgeContribution",
                        "Task_PutChangesBack",
                        "Task_KeepChanges",
                        "Task_UndoChanges",
                        "Task_VerifyRollback",
                        "Task_GuardRegression")
                .containsOnlyOnce("Task_PutChangesBack");
        assertThat(Played.baselines(rehearsal.played())).endsWith("WITHOUT 1", "WITHOUT 2");
        assertThat(rehearsal.at("Task_PutChangesBack").variables())
                .containsEntry(Variables.CHANGE_ID, "change-1")
                .containsEntry(Variables.CALLER_ELEMENT, "CallActivity_AttributeGains");
        assertThat(rehearsal.end()).contains("EndEvent_TargetsMet");
    }

    @Test
    void whenNoRunsAreLeftAPersonMayKeepTheChanges(Rehearsal rehearsal) {
        rehearsal
                .workers()
                .next("Task_CompareResults", new Answer.Complete(comparison("INCONCLUSIVE", false, 0, true)))
                .say(JobTypes.COMPARE_RESULTS, comparison("INCONCLUSIVE", false, 0, false));

        rehearsal.requestAndApprove();
        rehearsal.decide("inconclusive-2", "APPROVE");

        assertThat(rehearsal.end()).contains("EndEvent_Inconclusive_Kept");
        assertThat(rehearsal.playedElements())
                .contains("Task_KeepChanges_Inconclusive")
                .doesNotContain("Task_UndoChanges");
    }

    @Test
    void orTakeThemBack(Rehearsal rehearsal) {
        rehearsal.workers().say(JobTypes.COMPARE_RESULTS, comparison("INCONCLUSIVE", false, 0, false));

        rehearsal.requestAndApprove();
        rehearsal.decide("inconclusive-1", "REJECT");

        assertThat(rehearsal.playedElements())
                .containsSubsequence("Task_UndoChanges", "Task_VerifyRollback", "Task_JudgeRollback");
        assertThat(rehearsal.end()).contains("EndEvent_Inconclusive_TakenBack");
    }

    @Test
    void withoutAValidLoadAfterwardsAPersonDecides(Rehearsal rehearsal) {
        rehearsal.workers().next("Task_RunBaseline", Answer.VALID_LOAD, Answer.VALID_LOAD, Answer.INVALID_LOAD);

        rehearsal.requestAndApprove();
        rehearsal.decide("inconclusive-1", "APPROVE");

        assertThat(rehearsal.playedElements()).doesNotContain("Task_CompareResults", "Task_UndoChanges");
        assertThat(rehearsal.end()).contains("EndEvent_Inconclusive_Kept");
    }
}
