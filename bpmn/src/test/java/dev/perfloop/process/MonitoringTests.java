package dev.perfloop.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.contract.ErrorCodes;
import dev.perfloop.contract.JobTypes;
import dev.perfloop.contract.ProcessIds;
import dev.perfloop.contract.Variables;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InMemoryCamunda.class)
class MonitoringTests {
    private static final Duration CYCLE = Duration.ofSeconds(60);
    private static final String COLLECT = "Task_CollectMetrics";
    private static final String ANALYSE = "Task_AnalysePerformance";
    private static final String EVALUATE = "Task_EvaluateThresholds";
    private static final String RESPOND = "Task_GenerateResponses";

    @Test
    void eachCycleLooksAndAssessesAndTheInstanceStays(Rehearsal rehearsal) {
        rehearsal.monitor();
        assertThat(rehearsal.playedElements()).isEmpty();

        rehearsal.passTime(CYCLE);
        rehearsal.passTime(CYCLE);

        assertThat(rehearsal.playedElements())
                .containsExactly(COLLECT, ANALYSE, EVALUATE, RESPOND, COLLECT, ANALYSE, EVALUATE, RESPOND);
        assertThat(rehearsal.at(COLLECT).variables()).containsEntry(Variables.TARGET_ID, Rehearsal.TARGET);
        assertThat(rehearsal.at(ANALYSE).variables()).containsEntry(Variables.RESTS_ON, "REAL_TIME");
        assertThat(rehearsal.at(EVALUATE).variables()).containsEntry(Variables.ASSESSMENT_ID, "assessment-1");
        assertThat(rehearsal.at(RESPOND).variables()).containsEntry(Variables.TARGET_ID, Rehearsal.TARGET);
        assertThat(rehearsal.completed()).doesNotContain(ProcessIds.PERFORMANCE_MONITORING);
    }

    @Test
    void stoppedItEndsAndNoCycleComesAnyMore(Rehearsal rehearsal) {
        rehearsal.monitor();
        rehearsal.passTime(CYCLE);

        rehearsal.stopMonitoring();
        rehearsal.passTime(CYCLE.multipliedBy(3));

        assertThat(rehearsal.completed()).contains("EndEvent_MonitoringEnded", ProcessIds.PERFORMANCE_MONITORING);
        assertThat(rehearsal.playedElements()).containsExactly(COLLECT, ANALYSE, EVALUATE, RESPOND);
    }

    @Test
    void whenNothingWasToldThePastStandsIn(Rehearsal rehearsal) {
        rehearsal.workers().next(JobTypes.MONITORING_COLLECT, new Answer.Throw(ErrorCodes.COLLECTION_FAILED));
        rehearsal.monitor();

        rehearsal.passTime(CYCLE);

        assertThat(rehearsal.playedElements()).containsExactly(COLLECT, "Task_FallBack", ANALYSE, EVALUATE, RESPOND);
        assertThat(rehearsal.at(ANALYSE).variables()).containsEntry(Variables.RESTS_ON, "DELAYED");
    }

    @Test
    void aLaterCycleFillsTheGapsFirst(Rehearsal rehearsal) {
        rehearsal
                .workers()
                .next(
                        JobTypes.MONITORING_COLLECT,
                        new Answer.Complete(Map.of(Variables.GAPS_TO_FILL, 1, Variables.RESTS_ON, "REAL_TIME")));
        rehearsal.monitor();

        rehearsal.passTime(CYCLE);

        assertThat(rehearsal.playedElements())
                .containsExactly(COLLECT, "Task_BackfillGaps", ANALYSE, EVALUATE, RESPOND);
    }

    @Test
    void aCycleThatHangsHoldsUpNoOther(Rehearsal rehearsal) {
        rehearsal.workers().next(JobTypes.MONITORING_COLLECT, new Answer.Hold());
        rehearsal.monitor();

        rehearsal.passTime(CYCLE);
        rehearsal.passTime(CYCLE);

        assertThat(rehearsal.playedElements()).containsExactly(COLLECT, COLLECT, ANALYSE, EVALUATE, RESPOND);
    }
}
