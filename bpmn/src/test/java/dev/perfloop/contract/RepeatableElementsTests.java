package dev.perfloop.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RepeatableElementsTests {

    @Test
    void areTasksAndEndsOfOurModels() {
        assertThat(RepeatableElements.contains("performance-optimization", "Task_CheckObservability"))
                .isTrue();
        assertThat(RepeatableElements.contains("performance-optimization", "Task_ApplyChange"))
                .isTrue();
        assertThat(RepeatableElements.contains("load-validation", "Task_RunBaseline"))
                .isTrue();
    }

    @Test
    void areNeitherCompensationHandlersNorStartsNorWhatNobodyKnows() {
        assertThat(RepeatableElements.contains("performance-optimization", "Task_UndoChanges"))
                .as("somebody waits for the end of the compensation")
                .isFalse();
        assertThat(RepeatableElements.contains("load-validation", "StartEvent_LoadRequested"))
                .isFalse();
        assertThat(RepeatableElements.contains("performance-optimization", "Gateway_Started"))
                .isFalse();
        assertThat(RepeatableElements.contains("somebody-elses", "Task_RunBaseline"))
                .isFalse();
    }
}
