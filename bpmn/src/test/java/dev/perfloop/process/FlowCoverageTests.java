package dev.perfloop.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Runs after all other classes: a flow that no process test took is a flow that nobody has tried. */
@Order(Integer.MAX_VALUE)
class FlowCoverageTests {

    @Test
    void everySequenceFlowIsTakenByAProcessTest() {
        assumeFalse(FlowCoverage.taken().isEmpty(), "only means something after the process tests");
        var drawn = Models.files(".bpmn").stream()
                .flatMap(file -> Models.select(file, "//*[name()='bpmn:sequenceFlow']/@id").stream()
                        .map(flow -> Models.id(file) + "/" + flow))
                .toList();

        assertThat(drawn).isNotEmpty();
        assertThat(FlowCoverage.taken()).containsAll(drawn);
    }
}
