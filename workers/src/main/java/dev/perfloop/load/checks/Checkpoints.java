package dev.perfloop.load.checks;

import java.util.List;

/**
 * Tells a checkpoint storm from checkpoints as they belong to the load. Pure.
 *
 * <p>A timed checkpoint is spread over {@code checkpoint_completion_target} of its interval and is everyday life. A
 * requested one comes out of turn: {@code CHECKPOINT}, a backup and the like run it at full speed, and one that the amount of
 * WAL asked for says that {@code max_wal_size} is too small for what was just written (PostgreSQL manual, "WAL
 * Configuration" and {@code checkpoint_warning}). After each, the first change of every page is written to the WAL whole.
 *
 * <p>Requested checkpoints in every third of the steady part are the load's own doing: another try would bring the same,
 * and the diagnosis names them. In some thirds only, they make the parts of the test unlike each other, and unlike the test
 * that it is compared with.
 */
final class Checkpoints {
    private static final String SUBJECT = "Checkpoints";
    private static final int PARTS = 3;

    private Checkpoints() {}

    static Check check(List<Reading> steady) {
        List<DatabaseReading> seen = Reading.databases(steady).toList();
        if (seen.size() < 2) {
            return Check.notLookedAt(SUBJECT, "%s", Reading.whyBlind(steady, Reading::database));
        }
        DatabaseReading first = seen.getFirst();
        DatabaseReading last = seen.getLast();
        long requested = last.requestedCheckpoints() - first.requestedCheckpoints();
        long timed = last.timedCheckpoints() - first.timedCheckpoints();
        if (requested < 0 || timed < 0) {
            return Check.notLookedAt(SUBJECT, "The server's counters of checkpoints were reset during the test.");
        }
        if (requested == 0) {
            return Check.fine(SUBJECT, "No checkpoint was requested; %d came in its turn.", timed);
        }
        if (inEveryPart(seen)) {
            return Check.noted(
                    SUBJECT,
                    "%d checkpoints were requested, all through the steady part: the load itself fills max_wal_size.",
                    requested);
        }
        return Check.spoiled(
                SUBJECT,
                "%d checkpoints were requested during a part of the steady time: let no backup, CHECKPOINT or bulk write run"
                        + " meanwhile, or raise max_wal_size if the load itself writes that much.",
                requested);
    }

    private static boolean inEveryPart(List<DatabaseReading> seen) {
        for (int part = 0; part < PARTS; part++) {
            DatabaseReading begin = seen.get(part * (seen.size() - 1) / PARTS);
            DatabaseReading end = seen.get((part + 1) * (seen.size() - 1) / PARTS);
            if (end.requestedCheckpoints() == begin.requestedCheckpoints()) {
                return false;
            }
        }
        return true;
    }
}
