package dev.perfloop.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Runs after all other classes: a flow that no process test took is a flow that nobody has tried. */
@Order(Integer.MAX_VALUE)
class FlowCoverageTests {
    /** The engine tells of no flow out of an event-based gateway, but of the event that came first. */
    private static final String AFTER_EVENTS = "[@sourceRef = //*[name()='bpmn:eventBasedGateway']/@id]";

    private static final String FLOW = "//*[name()='bpmn:sequenceFlow']";
    private static final String FLOWS = FLOW + "[not(@sourceRef = //*[name()='bpmn:eventBasedGateway']/@id)]/@id | "
            + FLOW + AFTER_EVENTS + "/@targetRef";

    @Test
    void everySequenceFlowIsTakenByAProcessTest() {
        assumeFalse(FlowCoverage.taken().isEmpty(), "only means something after the process tests");
        var drawn = Models.files(".bpmn").stream()
                .flatMap(file -> Models.select(file, FLOWS).stream().map(flow -> Models.id(file) + "/" + flow))
                .toList();

        assertThat(drawn).isNotEmpty();
        assertThat(FlowCoverage.taken()).containsAll(drawn);
    }
}
