package dev.perfloop.schedule;

/** Whether runs begin. What was removed stays as a row, for what its times became. */
enum ScheduleStatus {
    ACTIVE,
    PAUSED,
    REMOVED
}
