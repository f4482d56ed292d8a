package dev.perfloop.web.outlook;

import dev.perfloop.contract.LoadDurations;
import dev.perfloop.web.starts.Intensity;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parts of a run as a person sees them; each is the steps at some elements of the main process. */
enum Stage {
    PROFILE(Set.of(
            "Task_OpenRun",
            "Task_CheckObservability",
            "Task_FingerprintRequests",
            "CallActivity_DriveProfilingLoad",
            "Task_CollectBaseline")),
    ANALYSE(Set.of(
            "Task_LocateBottlenecks",
            "Task_ProfileBottlenecks",
            "Task_RankBottlenecks",
            "Task_AnalyseDatabase",
            "Task_AnalyseCaching",
            "Task_AnalyseApplication",
            "Task_AnalyseInfrastructure",
            "Task_FindRootCauses",
            "Task_TryProposals",
            "Task_DraftPlan")),
    APPROVE(Set.of()),
    BEFORE(Set.of("CallActivity_MeasureBefore")),
    APPLY(Set.of("Task_ApplyChange")),
    AFTER(Set.of("CallActivity_MeasureAfter")),
    JUDGE(Set.of(
            "Task_CompareResults",
            "CallActivity_AttributeGains",
            "CallActivity_ProveRollback_Regressed",
            "Task_GuardRegression"));

    private final Set<String> elements;

    Stage(Set<String> elements) {
        this.elements = elements;
    }

    /** Element ids; of a step in a called process that of the call activity. */
    Set<String> elements() {
        return elements;
    }

    /** Seconds of load that it drives by default; null where that is not what it spends its time on. */
    @Nullable Integer loadSeconds(Intensity intensity) {
        LoadDurations load = switch (intensity) {
            case QUICK -> LoadDurations.QUICK;
            case STANDARD -> LoadDurations.STANDARD;
            case THOROUGH -> LoadDurations.THOROUGH;
        };
        return switch (this) {
            case PROFILE -> load.baseline();
            case BEFORE, AFTER ->
                load.baselineAndPeak() + (intensity == Intensity.QUICK ? 0 : load.stress() + load.longSoak());
            case ANALYSE, APPROVE, APPLY, JUDGE -> null;
        };
    }
}
