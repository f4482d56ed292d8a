package dev.perfloop.target;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The limits within which the owner lets us act.
 *
 * @param maxCpu      share of the host's CPU, 0 to 1, above which nothing is applied unless a maintenance window is open
 * @param maintenance when work on the target is expected; empty for never
 * @param maxDisk     share of the disk, 0 to 1, that may be full after a change
 * @param lockTimeout longest wait for a lock, at most one second
 * @param maxRate     highest arrivals a second that may be sent
 * @param maxIndexStorage what new indexes may take together, as a share of the size of the tables they are for
 * @param analyse     whether statements that only read may be run to see whether their plans come true
 * @param copies      whether parts of tables may be copied into temporary ones, to try indexes on
 * @param allow       kinds of change that may be proposed
 */
public record Guards(
        double maxCpu,
        List<MaintenanceWindow> maintenance,
        double maxDisk,
        Duration lockTimeout,
        double maxRate,
        double maxIndexStorage,
        boolean analyse,
        boolean copies,
        Set<String> allow) {}
