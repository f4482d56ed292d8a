package dev.perfloop.load.checks;

import java.util.List;

/**
 * Tells an autovacuum storm from autovacuum's everyday work. Pure.
 *
 * <p>Autovacuum on small tables is part of every write load. It is a storm when all workers are at it at once (PostgreSQL
 * manual, "The Autovacuum Daemon": several large tables that become due together occupy all workers for a long time), or when
 * it goes through a table over a quarter of shared_buffers, the size from which PostgreSQL itself treats a scan as one that
 * would push everything else out (heapam.c, initscan). A quarter of the steady part is more than chance: p95 and p99 would be
 * those of the vacuum.
 */
final class Autovacuum {
    private static final String SUBJECT = "Autovacuum";
    private static final double STORM = 0.25;

    private Autovacuum() {}

    static Check check(List<Reading> steady) {
        List<DatabaseReading> seen = Reading.databases(steady).toList();
        if (seen.isEmpty()) {
            return Check.notLookedAt(SUBJECT, "%s", Reading.whyBlind(steady, Reading::database));
        }
        if (!seen.getFirst().seesAll()) {
            return Check.notLookedAt(
                    SUBJECT, "Perfloop's role does not see other roles' processes: GRANT pg_monitor to it.");
        }
        List<DatabaseReading> heavy =
                seen.stream().filter(DatabaseReading::vacuumsHeavily).toList();
        double share = (double) heavy.size() / seen.size();
        if (share >= STORM) {
            return Check.spoiled(
                    SUBJECT,
                    "Autovacuum was heavily at work in %.0f %% of the steady part (%s): wait until it is through, or run"
                            + " VACUUM before the load.",
                    share * 100,
                    what(heavy));
        }
        return Check.fine(SUBJECT, "Autovacuum was heavily at work in %.0f %% of the steady part.", share * 100);
    }

    private static String what(List<DatabaseReading> heavy) {
        return heavy.stream()
                .map(DatabaseReading::heavyVacuum)
                .filter(table -> !table.isEmpty())
                .findFirst()
                .orElse("all " + heavy.getFirst().maxVacuumWorkers() + " workers");
    }
}
