package dev.perfloop.approval;

/** What a person is asked. */
enum ApprovalKind {
    /** Whether the plan is carried out. */
    PLAN,
    /** Whether a person has done what Perfloop cannot do. */
    BY_HAND,
    /** Whether a limit of the architecture was understood. */
    ARCHITECTURE,
    /** Whether changes without a provable effect stay. */
    INCONCLUSIVE
}
