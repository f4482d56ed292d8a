package dev.perfloop.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a calibration holds for. Whoever uses or shows one asks here whether it still does, so that all say the same.
 *
 * @param at       when it was made
 * @param cpus     processors of the machine that drove the load
 * @param postgres version of the target's server; empty when it could not be read
 */
public record CalibratedFor(Instant at, int cpus, String postgres) {
    /** Machines, neighbours and services change without telling: after a month nobody knows. */
    public static final Duration LASTS = Duration.ofDays(30);

    /**
     * What is different by now. A server version that is not known on either side differs from none.
     *
     * @param sameLoad whether the target file's base URL and load part are as they were
     */
    public List<String> changedSince(boolean sameLoad, int cpusNow, String postgresNow) {
        List<String> changed = new ArrayList<>();
        if (!sameLoad) {
            changed.add("the target's load was described otherwise");
        }
        if (cpus != cpusNow) {
            changed.add("the load came from " + cpus + " processors then, from " + cpusNow + " now");
        }
        if (!postgres.isEmpty() && !postgresNow.isEmpty() && !postgres.equals(postgresNow)) {
            changed.add("PostgreSQL was " + postgres + ", is " + postgresNow);
        }
        return changed;
    }

    public boolean isOld(Instant now) {
        return at.plus(LASTS).isBefore(now);
    }
}
