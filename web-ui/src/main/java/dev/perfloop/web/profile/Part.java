package dev.perfloop.web.profile;

import dev.perfloop.web.problems.Refused;
import java.util.stream.Stream;

/** The parts of a profile by their names in the API and in the database. */
enum Part {
    REQUESTS("requests", "CallsPerRequest"),
    CPU_FLAME("cpu-flame", "CpuFlame"),
    ALLOCATION_FLAME("allocation-flame", "AllocationFlame"),
    LOCK_FLAME("lock-flame", "LockFlame"),
    SOCKET_FLAME("socket-flame", "SocketFlame"),
    JVM("jvm", "JvmFacts"),
    SERVER("server", "ServerFacts"),
    HOST("host", "HostFacts"),
    CONCRETE_PLANS("concrete-plans", "ConcretePlans");

    private final String path;
    private final String row;

    Part(String path, String row) {
        this.path = path;
        this.row = row;
    }

    static Part of(String path) {
        return Stream.of(values())
                .filter(part -> part.path.equals(path))
                .findFirst()
                .orElseThrow(() -> Refused.notFound(
                        "A profile has no part \"" + path + "\".",
                        "GET /api/runs/{id}/profile lists the parts that were captured."));
    }

    String path() {
        return path;
    }

    String row() {
        return row;
    }
}
