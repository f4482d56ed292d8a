package dev.perfloop.approval;

import java.util.Arrays;

/** What a person is asked; known by the user task that asks it. */
enum ApprovalKind {
    /** Whether the plan is carried out. */
    PLAN("Task_ApprovePlan"),
    /** Whether a limit of the architecture was understood. */
    ARCHITECTURE("Task_ReviewArchitecture"),
    /** Whether changes without a provable effect stay. */
    INCONCLUSIVE("Task_DecideInconclusive");

    private final String userTask;

    ApprovalKind(String userTask) {
        this.userTask = userTask;
    }

    static ApprovalKind askedBy(String elementId) {
        return Arrays.stream(values())
                .filter(kind -> elementId.startsWith(kind.userTask))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No approval is asked for at " + elementId));
    }
}
