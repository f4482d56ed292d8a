package dev.perfloop.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.contract.ProcessIds;
import dev.perfloop.contract.Variables;
import io.camunda.client.CamundaClient;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule of the decision tables, and what lies between the rules. */
@ExtendWith(InMemoryCamunda.class)
class DecisionTests {

    @ParameterizedTest
    @CsvSource({"true, 0, T0", "true, 2, T0", "false, 1, T1", "false, 2, FULL", "false, 0, FULL", ", , FULL"})
    void tier(@Nullable Boolean objectivesMet, @Nullable Integer bottlenecks, String tier, CamundaClient client) {
        Map<String, @Nullable Object> known = new HashMap<>();
        known.put(Variables.OBJECTIVES_MET, objectivesMet);
        known.put(Variables.BOTTLENECK_COUNT, bottlenecks);
        assertThat(decide(client, ProcessIds.DECIDE_TIER, known)).isEqualTo(tier);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, , ARCHITECTURE",
        "3, 0, ARCHITECTURE, ARCHITECTURE",
        "3, 0, QUICK, ARCHITECTURE",
        "3, 2, QUICK, QUICK",
        "3, 2, COMPLEX, COMPLEX",
        "3, 2, ARCHITECTURE, COMPLEX",
        ", , , ARCHITECTURE"
    })
    void fix(
            @Nullable Integer findings,
            @Nullable Integer proposable,
            @Nullable String hardestEffort,
            String fix,
            CamundaClient client) {
        Map<String, @Nullable Object> known = new HashMap<>();
        known.put(Variables.FINDING_COUNT, findings);
        known.put(Variables.PROPOSABLE_COUNT, proposable);
        known.put(Variables.HARDEST_EFFORT, hardestEffort);
        assertThat(decide(client, ProcessIds.ASSESS_FIX, known)).isEqualTo(fix);
    }

    @ParameterizedTest
    @CsvSource({
        "REGRESSED, true, 100, REGRESSED",
        "INCONCLUSIVE, true, 100, INCONCLUSIVE",
        "IMPROVED, true, 10, TARGETS_MET",
        "IMPROVED, false, 80, PARTIAL",
        "IMPROVED, false, 79.9, NOT_MET",
        "UNCHANGED, true, 100, NOT_MET",
        ", , , NOT_MET"
    })
    void outcome(
            @Nullable String verdict,
            @Nullable Boolean objectivesMet,
            @Nullable Double gainShare,
            String outcome,
            CamundaClient client) {
        Map<String, @Nullable Object> known = new HashMap<>();
        known.put(Variables.VERDICT, verdict);
        known.put(Variables.OBJECTIVES_MET, objectivesMet);
        known.put(Variables.GAIN_SHARE_PCT, gainShare);
        assertThat(decide(client, ProcessIds.JUDGE_OUTCOME, known)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "process_cpu_share, warning:0.8",
        "host_cpu_share, critical:0.97",
        "disk_used_share, warning:0.85",
        "buffer_hit_share, direction:BELOW",
        "pool_waiting_threads, lastingSeconds:60",
        "probe_failed_share, clearShare:0.2",
        "statement_slower_times, lastingSeconds:0",
        "statement_new_share, warning:0.09",
        "request_p95_ms, null",
    })
    void thresholds(String metric, String said, CamundaClient client) {
        assertThat(decide(client, ProcessIds.EVALUATE_THRESHOLDS, Map.of(Variables.METRIC, metric)))
                .contains(said);
    }

    @ParameterizedTest
    @CsvSource({
        "WARNING, REQUESTS, NOTIFY",
        "CRITICAL, REQUESTS, NOTIFY START_RUN ROLL_BACK OPEN_APPROVAL",
        "CRITICAL, POOL, NOTIFY START_RUN ROLL_BACK OPEN_APPROVAL ASK_FOR_SCALING",
        "CRITICAL, CPU, NOTIFY ASK_FOR_SCALING",
        "CRITICAL, COLLECTION, NOTIFY"
    })
    void responses(String severity, String family, String actions, CamundaClient client) {
        String said = decide(
                client, ProcessIds.CHOOSE_RESPONSES, Map.of(Variables.SEVERITY, severity, Variables.FAMILY, family));

        assertThat(Pattern.compile("action:(\\w+)").matcher(said).results().map(it -> it.group(1)))
                .containsExactlyInAnyOrder(actions.split(" "));
    }

    private static String decide(CamundaClient client, String decision, Map<String, @Nullable Object> known) {
        return client.newEvaluateDecisionCommand()
                .decisionId(decision)
                .variables((Object) known)
                .send()
                .join()
                .getDecisionOutput()
                .replace("\"", "");
    }
}
