package dev.perfloop.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ElementNamesTests {
    @Test
    void areTheOnesOfTheDiagram() {
        assertThat(ElementNames.of(ProcessIds.PERFORMANCE_OPTIMIZATION, "Task_GuardRegression_Partial"))
                .isEqualTo("Guard against regression");
        assertThat(ElementNames.of(ProcessIds.LOAD_VALIDATION, "Task_RunBaseline"))
                .isEqualTo("Run baseline load test");
    }

    @Test
    void fallBackToTheId() {
        assertThat(ElementNames.of("no-such-process", "Task_Unknown")).isEqualTo("Task_Unknown");
    }
}
