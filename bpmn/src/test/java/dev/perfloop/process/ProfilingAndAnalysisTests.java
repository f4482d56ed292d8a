package dev.perfloop.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.contract.JobTypes;
import dev.perfloop.contract.ProcessIds;
import dev.perfloop.contract.Variables;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run from its start to the draft of its plan. */
@ExtendWith(InMemoryCamunda.class)
class ProfilingAndAnalysisTests {
    private static final Map<String, Object> INVALID = Map.of(Variables.LOAD_VALID, false, Variables.LOAD_ATTEMPT, 3);

    @Test
    void aRequestedRunKeepsItsIdUpToThePlan(Rehearsal rehearsal) {
        rehearsal.request();

        assertThat(rehearsal.playedElements())
                .containsSubsequence(
                        "Task_OpenRun",
                        "Task_CheckObservability",
                        "Task_FingerprintRequests",
                        "Task_LocateBottlenecks",
                        "Task_ProfileBottlenecks",
                        "Task_RankBottlenecks",
                        "Task_AnalyseDatabase",
                        "Task_FindRootCauses",
                        "Task_TryProposals",
                        "Task_DraftPlan",
                        "Task_ApprovePlan")
                .contains("Task_CollectBaseline", "Task_RunBaseline");
        assertThat(rehearsal.at("Task_OpenRun").variables()).containsEntry(Variables.RUN_ID, Rehearsal.RUN);
        assertThat(rehearsal.end()).isEmpty();
    }

    @Test
    void aRunStartedByHandGetsItsIdFromOpenRun(Rehearsal rehearsal) {
        rehearsal.startByHand();

        assertThat(rehearsal.at("Task_OpenRun").variables()).doesNotContainKey(Variables.RUN_ID);
        assertThat(rehearsal.at("Task_DraftPlan").variables())
                .containsEntry(Variables.RUN_ID, Rehearsal.RUN)
                .containsEntry(Variables.ROUND, 1);
    }

    @Test
    void askingTwiceStartsOneRun(Rehearsal rehearsal) {
        rehearsal.request();
        rehearsal.request();

        assertThat(rehearsal.playedElements()).containsOnlyOnce("Task_OpenRun");
    }

    @Test
    void theProfilingLoadIsToldWhatItIsFor(Rehearsal rehearsal) {
        rehearsal.request();

        var load = rehearsal.at("Task_RunBaseline");
        assertThat(load.processId()).isEqualTo(ProcessIds.LOAD_VALIDATION);
        assertThat(load.variables())
                .containsEntry(Variables.RUN_ID, Rehearsal.RUN)
                .containsEntry(Variables.TARGET, Rehearsal.TARGET)
                .containsEntry(Variables.INTENSITY, "QUICK")
                .containsEntry(Variables.PHASE, "PROFILE")
                .containsEntry(Variables.ROUND, 1)
                .containsEntry(Variables.CALLER_ELEMENT, "CallActivity_DriveProfilingLoad");
    }

    @Test
    void withoutAValidProfilingLoadTheRunIsInconclusive(Rehearsal rehearsal) {
        rehearsal.workers().say(JobTypes.RUN_LOAD_TEST, INVALID).next("Task_CollectBaseline", new Answer.Hold());

        rehearsal.request();

        assertThat(rehearsal.end()).contains("EndEvent_Inconclusive_ProfilingLoad");
        assertThat(rehearsal.terminated()).contains("Task_CollectBaseline");
    }

    @Test
    void aLoadWhoseProfileIsLostIsDrivenOnceMoreInARoundOfItsOwn(Rehearsal rehearsal) {
        rehearsal.workers().next("Task_CollectBaseline", new Answer.Complete(Map.of(Variables.PROFILE_TAKEN, false)));

        rehearsal.request();

        assertThat(Played.baselines(rehearsal.played())).startsWith("PROFILE 1", "PROFILE 2");
        assertThat(rehearsal.playedElements()).containsOnlyOnce("Task_LocateBottlenecks");
        assertThat(rehearsal.at("Task_DraftPlan").variables()).containsEntry(Variables.ROUND, 1);
    }

    @Test
    void metTargetsEndTheRunAfterProfiling(Rehearsal rehearsal) {
        rehearsal
                .workers()
                .say(JobTypes.LOCATE_BOTTLENECKS, Map.of(Variables.LAYERS, List.of(), Variables.OBJECTIVES_MET, true));

        rehearsal.request();

        assertThat(rehearsal.end()).contains("EndEvent_TargetsMetWithoutChange");
        assertThat(rehearsal.playedElements()).doesNotContain("Task_FindRootCauses");
    }

    @Test
    void aSingleBottleneckGoesTheQuickWay(Rehearsal rehearsal) {
        rehearsal.workers().say(JobTypes.RANK_BOTTLENECKS, Map.of(Variables.BOTTLENECK_COUNT, 1));

        rehearsal.request();

        assertThat(rehearsal.at("Task_DraftPlan").variables()).containsEntry(Variables.TIER, "T1");
    }

    @Test
    void onlyTheLayersOfTheInventoryAreAnalysed(Rehearsal rehearsal) {
        rehearsal
                .workers()
                .say(
                        JobTypes.LOCATE_BOTTLENECKS,
                        Map.of(Variables.LAYERS, List.of("CACHING", "APPLICATION"), Variables.OBJECTIVES_MET, false));

        rehearsal.request();

        assertThat(rehearsal.playedElements())
                .contains("Task_AnalyseCaching", "Task_AnalyseApplication", "Task_FindRootCauses")
                .doesNotContain("Task_AnalyseDatabase", "Task_AnalyseInfrastructure");
    }

    @Test
    void whenNoLayerStandsOutAllAreAnalysed(Rehearsal rehearsal) {
        rehearsal
                .workers()
                .say(JobTypes.LOCATE_BOTTLENECKS, Map.of(Variables.LAYERS, List.of(), Variables.OBJECTIVES_MET, false))
                .say(JobTypes.RANK_BOTTLENECKS, Map.of(Variables.BOTTLENECK_COUNT, 0));

        rehearsal.request();

        assertThat(rehearsal.playedElements())
                .contains(
                        "Task_AnalyseDatabase",
                        "Task_AnalyseCaching",
                        "Task_AnalyseApplication",
                        "Task_AnalyseInfrastructure");
    }

    @ParameterizedTest
    @CsvSource({"QUICK, QUICK", "COMPLEX, COMPLEX"})
    void whatCanBeMendedGetsAPlan(String hardestEffort, String fix, Rehearsal rehearsal) {
        rehearsal
                .workers()
                .say(
                        JobTypes.FIND_ROOT_CAUSES,
                        Map.of(
                                Variables.FINDING_COUNT, 1,
                                Variables.PROPOSABLE_COUNT, 1,
                                Variables.HARDEST_EFFORT, hardestEffort));

        rehearsal.request();

        assertThat(rehearsal.at("Task_DraftPlan").variables()).containsEntry(Variables.FIX, fix);
    }

    @Test
    void whatNoChangeCanMendIsReviewedByAPersonAndEscalated(Rehearsal rehearsal) {
        rehearsal
                .workers()
                .say(
                        JobTypes.FIND_ROOT_CAUSES,
                        Map.of(
                                Variables.FINDING_COUNT, 3,
                                Variables.PROPOSABLE_COUNT, 0,
                                Variables.HARDEST_EFFORT, "ARCHITECTURE"));

        rehearsal.request();
        rehearsal.decide("architecture", "APPROVE");

        assertThat(rehearsal.at("Task_ReviewArchitecture").variables())
                .containsEntry(Variables.APPROVAL_ID, "run-1-architecture")
                .containsEntry(Variables.APPROVAL_KIND, "ARCHITECTURE");
        assertThat(rehearsal.end()).contains("EndEvent_Escalated");
        assertThat(rehearsal.playedElements())
                .contains("Task_RecordDecision_Architecture")
                .doesNotContain("Task_DraftPlan");
    }

    @Test
    void requestsAreSentAloneBeforeTheLoad(Rehearsal rehearsal) {
        rehearsal.request();

        assertThat(rehearsal.playedElements()).containsSubsequence("Task_FingerprintRequests", "Task_RunBaseline");
        assertThat(rehearsal.playedElements()).containsSubsequence("Task_FingerprintRequests", "Task_CollectBaseline");
        assertThat(rehearsal.at("Task_FingerprintRequests").variables()).containsEntry(Variables.RUN_ID, Rehearsal.RUN);
    }

    @Test
    void whatTryingLeavesDecidesTheKindOfFix(Rehearsal rehearsal) {
        rehearsal
                .workers()
                .say(
                        JobTypes.TRY_PROPOSALS,
                        Map.of(Variables.PROPOSABLE_COUNT, 1, Variables.HARDEST_EFFORT, "COMPLEX"));

        rehearsal.request();

        assertThat(rehearsal.at("Task_DraftPlan").variables())
                .containsEntry(Variables.FIX, "COMPLEX")
                .containsEntry(Variables.PROPOSABLE_COUNT, 1)
                .containsEntry(Variables.FINDING_COUNT, 2);
    }

    @Test
    void whatTryingRefutesIsNotPlanned(Rehearsal rehearsal) {
        rehearsal
                .workers()
                .say(
                        JobTypes.TRY_PROPOSALS,
                        Map.of(Variables.PROPOSABLE_COUNT, 0, Variables.HARDEST_EFFORT, "ARCHITECTURE"));

        rehearsal.request();

        assertThat(rehearsal.playedElements())
                .contains("Task_ReviewArchitecture")
                .doesNotContain("Task_DraftPlan");
    }
}
