package dev.perfloop.load.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was at its end when the target broke: a resource above {@value #FULL} of its capacity (utilisation, the U of Gregg's
 * USE method) or one that others wait for (saturation, the S). Pure.
 */
public final class Saturation {
    private static final double FULL = 0.9;
    private static final String CPU = "Saturation: CPU of the service's machine";
    private static final String POOL = "Saturation: connection pool of the service";
    private static final String CONNECTIONS = "Saturation: connections of PostgreSQL";
    private static final String SESSIONS = "Saturation: sessions in PostgreSQL";
    private static final String GENERATOR = "Saturation: CPU of the generator";

    private Saturation() {}

    /**
     * @param readings of the last step that held and the first that did not
     * @param generatorCpu share of its machine that the generator used, 0 to 1
     */
    public static List<Check> checks(List<Reading> readings, double generatorCpu) {
        var checks = new ArrayList<Check>();
        List<ServiceReading> service = Reading.services(readings).toList();
        List<DatabaseReading> database = Reading.databases(readings).toList();
        checks.add(cpu(service, readings));
        checks.add(pool(service, readings));
        if (database.isEmpty()) {
            checks.add(Check.notLookedAt(CONNECTIONS, "%s", Reading.whyBlind(readings, Reading::database)));
        } else {
            checks.add(connections(database));
            checks.add(sessions(database));
        }
        checks.add(
                generatorCpu >= FULL
                        ? Check.noted(GENERATOR, "%.0f %%: the generator itself was at its end.", generatorCpu * 100)
                        : Check.fine(GENERATOR, "%.0f %%.", generatorCpu * 100));
        return checks;
    }

    private static Check cpu(List<ServiceReading> seen, List<Reading> readings) {
        OptionalDouble machine = most(seen, ServiceReading::machineCpu);
        OptionalDouble process = most(seen, ServiceReading::processCpu);
        if (machine.isEmpty() && process.isEmpty()) {
            return Check.notLookedAt(CPU, "%s", why(seen, readings, "system_cpu_usage"));
        }
        double all = machine.orElse(process.orElse(0));
        String words = "%.0f %% at most, %s by the service itself.";
        String own = process.isPresent() ? Math.round(process.getAsDouble() * 100) + " %" : "an unknown part";
        return all >= FULL ? Check.noted(CPU, words, all * 100, own) : Check.fine(CPU, words, all * 100, own);
    }

    private static Check pool(List<ServiceReading> seen, List<Reading> readings) {
        OptionalDouble active = most(seen, ServiceReading::poolActive);
        OptionalDouble size = most(seen, ServiceReading::poolMax);
        if (active.isEmpty() || size.isEmpty()) {
            return Check.notLookedAt(POOL, "%s", why(seen, readings, "hikaricp_connections_active"));
        }
        double pending = most(seen, ServiceReading::poolPending).orElse(0);
        String words = "%.0f of %.0f connections in use at most, %.0f threads waiting for one.";
        boolean full = active.getAsDouble() >= FULL * size.getAsDouble() && pending > 0;
        return full
                ? Check.noted(POOL, words, active.getAsDouble(), size.getAsDouble(), pending)
                : Check.fine(POOL, words, active.getAsDouble(), size.getAsDouble(), pending);
    }

    private static Check connections(List<DatabaseReading> seen) {
        int used = seen.stream().mapToInt(DatabaseReading::connections).max().orElse(0);
        int most = seen.getFirst().maxConnections();
        String words = "%d of max_connections %d at most.";
        return used >= FULL * most
                ? Check.noted(CONNECTIONS, words, used, most)
                : Check.fine(CONNECTIONS, words, used, most);
    }

    /** PostgreSQL does not tell its machine's CPU; sessions that run and wait for nothing are its demand for processors. */
    private static Check sessions(List<DatabaseReading> seen) {
        double running = mean(seen, DatabaseReading::running);
        double locks = mean(seen, DatabaseReading::waitingForLocks);
        double disk = mean(seen, DatabaseReading::waitingForDisk);
        String words = "On average %.1f execute, %.1f wait for a lock of another session, %.1f for the disk.";
        boolean waits = locks + disk > running && locks + disk >= 1;
        return waits
                ? Check.noted(SESSIONS, words, running, locks, disk)
                : Check.fine(SESSIONS, words, running, locks, disk);
    }

    private static String why(List<ServiceReading> seen, List<Reading> readings, String metric) {
        return seen.isEmpty()
                ? Reading.whyBlind(readings, Reading::service)
                : "The service's metrics do not tell " + metric + ".";
    }

    private static OptionalDouble most(List<ServiceReading> seen, Function<ServiceReading, @Nullable Double> metric) {
        return seen.stream()
                .map(metric)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max();
    }

    private static double mean(List<DatabaseReading> seen, Function<DatabaseReading, Integer> metric) {
        return seen.stream().mapToInt(metric::apply).average().orElse(0);
    }
}
