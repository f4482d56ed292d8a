package dev.perfloop.load.checks;

import java.time.Instant;
import java.util.List;

/** Whether something that is not the load and not the service's work disturbed the steady part of a test. Pure. */
public final class Disturbances {
    private Disturbances() {}

    /**
     * @param readings of the whole test, in order of time
     * @param from begin of the steady part
     * @param to its end
     * @param mostStolen share of this machine's CPU time that others may have had, 0 to 1
     */
    public static List<Check> checks(List<Reading> readings, Instant from, Instant to, double mostStolen) {
        List<Reading> steady = Reading.around(readings, from, to);
        return List.of(
                Checkpoints.check(steady),
                Autovacuum.check(steady),
                StolenTime.check(steady, mostStolen),
                Restarts.ofDatabase(readings),
                Restarts.ofService(readings));
    }
}
