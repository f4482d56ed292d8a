package dev.perfloop.bench;

import dev.perfloop.analysis.Diagnosis;
import dev.perfloop.analysis.Finding;
import dev.perfloop.profiling.KeptProfile;
import dev.perfloop.profiling.ProfiledDatabase.Profiled;
import dev.perfloop.profiling.Profiles;
import dev.perfloop.run.RunId;
import dev.perfloop.support.Database;
import dev.perfloop.support.Rooms;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long a large profile takes to analyse, from the rows it was kept in to the ranked findings: every detector of every layer
 * that the inventory points to, as the workers run them.
 *
 * <p>Arguments: distinct statements (default 10000), how many of them have a plan (default 200).
 */
public final class AnalysisBenchmark {
    private static final RunId GUESSED = new RunId("bench-guessed");
    private static final RunId COUNTED = new RunId("bench-counted");

    private AnalysisBenchmark() {}

    public static void main(String[] args) throws IOException {
        int statements = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        int plans = args.length > 1 ? Integer.parseInt(args[1]) : 200;
        var ours = Database.migrated();
        try (var rooms = Rooms.open(ours, List.of(), "run", "target", "profiling", "analysis")) {
            keep(rooms, JdbcClient.create(ours), statements, plans);
            System.out.printf(
                    Locale.ROOT,
                    "%d statements, %d plans, %d CPUs%n",
                    statements,
                    plans,
                    Runtime.getRuntime().availableProcessors());
            measure(rooms, GUESSED, "requests guessed from call counts");
            measure(rooms, COUNTED, "requests counted one by one");
        }
        System.out.printf(Locale.ROOT, "heap at most %.0f MB, resident at most %s%n", heapMb(), resident());
        System.exit(0);
    }

    private static void measure(ApplicationContext rooms, RunId run, String how) {
        resetPeaks();
        long start = System.nanoTime();
        var result = Diagnosis.of(rooms, run);
        System.out.printf(
                Locale.ROOT,
                "%s: %.1f s, heap at most %.0f MB, %d bottlenecks, findings: %s%n",
                how,
                (System.nanoTime() - start) / 1e9,
                heapMb(),
                result.bottlenecks().size(),
                result.findings().stream()
                        .collect(Collectors.groupingBy(Finding::kind, TreeMap::new, Collectors.counting())));
    }

    private static void keep(ApplicationContext rooms, JdbcClient jdbc, int statements, int plans) {
        var generated = new GeneratedWorkload(statements, plans);
        var profile = generated.profile();
        for (var run : List.of(GUESSED, COUNTED)) {
            run(jdbc, run);
            KeptProfile.of(run, new Profiled(profile, generated.plans(profile)), generated.samples(), rooms);
        }
        rooms.getBean(Profiles.class).save(COUNTED, generated.calls(profile));
    }

    private static void run(JdbcClient jdbc, RunId run) {
        String requests = IntStream.range(0, GeneratedWorkload.REQUESTS)
                .mapToObj(i -> "{ name: request-" + i + ", get: /" + i + " }")
                .collect(Collectors.joining(", "));
        jdbc.sql("INSERT INTO target VALUES (:name, '', 'x', now(), now())")
                .param("name", run.value())
                .update();
        jdbc.sql("""
                        INSERT INTO run (id, target, target_definition, intensity, status, requested_by, requested_at)
                        VALUES (:run, :target, :it, 'QUICK', 'RUNNING', 'bench', now())""")
                .param("run", run.value())
                .param("target", run.value())
                .param("it", """
                        name: large
                        baseUrl: http://127.0.0.1:1
                        load: { requests: [ %s ] }
                        objectives: { p95: 50ms }
                        database: { url: "jdbc:postgresql://127.0.0.1:1/x", user: u }
                        """.formatted(requests))
                .update();
        String figures =
                "{\"p50Ms\": 90, \"p95Ms\": 300, \"p99Ms\": 500, \"meanMs\": 120, \"maxMs\": 900, \"throughput\": 100,"
                        + " \"errorRate\": 0, \"count\": 60000}";
        jdbc.sql("""
                        INSERT INTO load_test (id, run_id, phase, profile, round, attempt, job_key, config, status, started_at, result)
                        VALUES (:run, :run, 'PROFILE', 'BASELINE', 1, 1, :key, '{}', 'VALID', now(), :result::jsonb)""")
                .param("run", run.value())
                .param("key", run.hashCode())
                .param(
                        "result",
                        IntStream.range(0, GeneratedWorkload.REQUESTS)
                                .mapToObj(i -> "\"request-" + i + "\": " + figures)
                                .collect(Collectors.joining(", ", "{\"all\": " + figures + ", \"requests\": {", "}}")))
                .update();
        jdbc.sql("""
                        INSERT INTO load_window (load_test_id, request, second, count, errors, histogram)
                        SELECT :run, 'request-' || i, now(), 500 + 130 * i, 0, '' FROM generate_series(0, 29) i""").param("run", run.value()).update();
    }

    private static void resetPeaks() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static double heapMb() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / 1e6;
    }

    private static String resident() throws IOException {
        var status = Path.of("/proc/self/status");
        return !Files.exists(status)
                ? "unknown"
                : Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .map(line -> line.substring(6).strip())
                        .findFirst()
                        .orElse("unknown");
    }
}
