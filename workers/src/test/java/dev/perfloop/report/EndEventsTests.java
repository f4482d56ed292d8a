package dev.perfloop.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perfloop.contract.JobTypes;
import dev.perfloop.run.RunOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EndEventsTests {
    private static final Pattern END_EVENT = Pattern.compile("(?s)<bpmn:endEvent id=\"([^\"]+)\".*?</bpmn:endEvent>");

    @Test
    void everyEndThatWritesTheSummaryHasAnOutcome() throws IOException {
        var ends = END_EVENT
                .matcher(models())
                .results()
                .filter(end -> end.group().contains("\"" + JobTypes.WRITE_SUMMARY + "\""))
                .map((MatchResult end) -> end.group(1))
                .toList();

        assertThat(ends)
                .hasSizeGreaterThan(14)
                .allSatisfy(end -> assertThat(EndEvents.outcomeOf(end)).isNotNull());
        assertThat(EndEvents.outcomeOf("EndEvent_Inconclusive_TakenBack")).isEqualTo(RunOutcome.INCONCLUSIVE);
    }

    @Test
    void anEndThatNobodyKnowsIsAnError() {
        assertThatThrownBy(() -> EndEvents.outcomeOf("EndEvent_Elsewhere")).hasMessageContaining("EndEvent_Elsewhere");
    }

    private static String models() throws IOException {
        return model("performance-optimization") + model("regression-gate") + model("calibration");
    }

    private static String model(String process) throws IOException {
        try (var model = EndEvents.class.getResourceAsStream("/bpmn/" + process + ".bpmn")) {
            return new String(Objects.requireNonNull(model).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
