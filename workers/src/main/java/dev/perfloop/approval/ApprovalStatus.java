package dev.perfloop.approval;

/** PENDING until a person decides, time runs out, or the run ends first. */
enum ApprovalStatus {
    PENDING,
    APPROVED,
    REJECTED,
    EXPIRED,
    WITHDRAWN
}
