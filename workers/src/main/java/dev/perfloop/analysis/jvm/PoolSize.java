package dev.perfloop.analysis.jvm;

import dev.perfloop.analysis.Proposal.Tuning;
import dev.perfloop.analysis.Workload;
import dev.perfloop.profiling.Metrics;
import java.util.Optional;

/**
 * How many connections a pool should have that is too small for sound statements: those in use and those waited for, in the mean
 * (Little's law), and a quarter more for bursts. Only where the machine's CPU is known to have room, as what came through the
 * pool would queue for it next. In one step it is doubled at most, as everybody waits where a service is overloaded. The load test
 * tells whether it helped.
 */
final class PoolSize {
    private static final double BURSTS = 1.25;
    private static final double ROOM = 0.7;
    /** Of what the server lets in; others need some too. */
    private static final double MOST_OF_SERVER = 0.8;

    private static final long USUAL_CONNECTIONS = 100;
    /** HikariCP's default. */
    private static final double USUAL_SIZE = 10;

    private static final double A_CPU = 2;

    private PoolSize() {}

    /**
     * Whether the pool would be too small for the fastest statements too: fewer connections than twice the CPUs while these have
     * room. Source: HikariCP's "About Pool Sizing", whose formula is that of the PostgreSQL project (cores * 2 + spindles).
     */
    static boolean tooSmall(Workload workload) {
        double now = workload.series().mean(Metrics.POOL_MAX_CONNECTIONS).orElse(0);
        return now > 0 && now < A_CPU * workload.captured().host().cores() && hasRoom(workload);
    }

    static Optional<Tuning> of(Workload workload, HeldConnections held) {
        double now = workload.series().mean(Metrics.POOL_MAX_CONNECTIONS).orElse(0);
        double wanted = BURSTS * (now + held.waiting());
        double step = Math.max(USUAL_SIZE, 2 * now);
        long size = (long) Math.ceil(Math.min(Math.min(wanted, step), MOST_OF_SERVER * connections(workload)));
        return now > 0 && hasRoom(workload) && size > now
                ? Optional.of(new Tuning(Tuning.Knob.POOL, Long.toString(size)))
                : Optional.empty();
    }

    private static boolean hasRoom(Workload workload) {
        return workload.series().machineCpuShare().orElse(1) < ROOM;
    }

    private static long connections(Workload workload) {
        var set = workload.profile().settings().get("max_connections");
        return set != null && set.matches("\\d{1,9}") ? Long.parseLong(set) : USUAL_CONNECTIONS;
    }
}
