package dev.perfloop.monitoring;

import com.sun.management.OperatingSystemMXBean;
import com.zaxxer.hikari.HikariDataSource;
import dev.perfloop.monitoring.series.Source;
import dev.perfloop.monitoring.source.MetricSource;
import dev.perfloop.monitoring.store.RollUps;
import dev.perfloop.monitoring.store.Samples;
import dev.perfloop.support.Database;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetReader;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.springframework.jdbc.core.simple.JdbcClient;
import oshi.SystemInfo;
import oshi.software.os.OSProcess;

/**
 * What it costs to watch many targets: each round reads all of them once, as every 15 s in life, keeps what they tell and rolls
 * it up. The services are answered from this process, which so costs more than in life.
 *
 * <p>Arguments: targets (default 200), routes of each service, five series each (default 40), rounds (default 20).
 */
public final class MonitoringBenchmark {
    private static final int BEAT_SECONDS = 15;
    private static final int AT_ONCE = 16;
    private static final int YEAR_HOURS = 366 * 24;

    private MonitoringBenchmark() {}

    public static void main(String[] args) throws Exception {
        int targets = args.length > 0 ? Integer.parseInt(args[0]) : 200;
        int routes = args.length > 1 ? Integer.parseInt(args[1]) : 40;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 20;
        // As in life: without a pool each row would cost a process of the server.
        try (var pool = pool();
                var watched = new Watched(pool)) {
            System.out.println("| what | figure |\n|---|---|");
            collecting(watched, targets, routes, rounds);
            yearOfOneSeries(watched);
        }
        System.exit(0);
    }

    private static HikariDataSource pool() {
        var pool = new HikariDataSource();
        pool.setDataSource(Database.migrated());
        pool.setMaximumPoolSize(10);
        return pool;
    }

    private static void collecting(Watched watched, int targets, int routes, int rounds) throws Exception {
        var rooms = watched.rooms;
        var sources = rooms.getBeansOfType(MetricSource.class).values().stream()
                .filter(it -> it.source() != Source.HOST && it.source() != Source.PROBE)
                .toList();
        var collecting = new Collecting(
                sources,
                rooms.getBean(Asking.class),
                rooms.getBean(SourceStateRepository.class),
                rooms.getBean(GapRepository.class),
                rooms.getBean(Samples.class));
        List<Target> all = new ArrayList<>();
        for (int i = 0; i < targets; i++) {
            all.add(rooms.getBean(TargetReader.class)
                    .read(watched.definition("").replace("name: shop", "name: shop-" + i)));
        }
        round(watched, collecting, all, routes, 0);
        round(watched, collecting, all, routes, 1);
        long jvm = jvmNanos();
        long postgres = postgresMillis();
        long began = System.nanoTime();
        for (int n = 2; n < rounds + 2; n++) {
            round(watched, collecting, all, routes, n);
        }
        double life = rounds * (double) BEAT_SECONDS;
        print("targets, series in store", targets + ", " + count(watched.jdbc, "SELECT count(*) FROM series"));
        print(
                "values a reading of all",
                count(
                        watched.jdbc,
                        "SELECT sum(cardinality(series)) FROM sample WHERE at = (" + "SELECT max(at) FROM sample)"));
        print("a reading of all takes", "%.2f s of %d s".formatted(seconds(began) / rounds, BEAT_SECONDS));
        print(
                "CPU cores, this process (collector and the services it asks)",
                "%.2f".formatted((jvmNanos() - jvm) / 1e9 / life));
        print("CPU cores, PostgreSQL (the store)", "%.2f".formatted((postgresMillis() - postgres) / 1e3 / life));
        print(
                "bytes of readings a target and day",
                "%.1f MB"
                        .formatted(
                                size(watched.jdbc, "sample_2%") * 86400 / BEAT_SECONDS / (rounds + 2) / targets / 1e6));
        print(
                "bytes of minutes a target and day",
                "%.1f MB"
                        .formatted(size(watched.jdbc, "sample_minute_2%")
                                * 1440
                                / Math.max(1, count(watched.jdbc, "SELECT count(DISTINCT at) FROM sample_minute"))
                                / targets
                                / 1e6));
    }

    private static void round(Watched watched, Collecting collecting, List<Target> all, int routes, int n)
            throws Exception {
        Instant at = Watched.NOON.plusSeconds((long) n * BEAT_SECONDS);
        watched.now(at);
        watched.says("/metrics", metrics(routes, n));
        var free = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> read = new ArrayList<>();
            for (var target : all) {
                read.add(threads.submit(() -> {
                    free.acquire();
                    try {
                        return collecting.collect(target, Duration.ofSeconds(BEAT_SECONDS), at);
                    } finally {
                        free.release();
                    }
                }));
            }
            for (var one : read) {
                one.get();
            }
        }
        watched.rooms.getBean(RollUps.class).catchUp();
    }

    private static String metrics(int routes, int n) {
        var text = new StringBuilder("process_cpu_usage 0.25\nprocess_start_time_seconds 1.0E9\n");
        for (int route = 0; route < routes; route++) {
            String labels = "{method=\"GET\",status=\"200\",uri=\"/route/%d\"".formatted(route);
            text.append("http_server_requests_seconds_count%s} %d\n".formatted(labels, 100 * n));
            text.append("http_server_requests_seconds_sum%s} %s\n".formatted(labels, 1.5 * n));
            for (double bound : List.of(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0)) {
                text.append("http_server_requests_seconds_bucket%s,le=\"%s\"} %d\n"
                        .formatted(labels, bound, Math.round(100 * n * Math.min(1, bound * 20))));
            }
            text.append("http_server_requests_seconds_bucket%s,le=\"+Inf\"} %d\n".formatted(labels, 100 * n));
        }
        return text.toString();
    }

    /** Among those of a hundred others, as the rows of a series lie scattered in the store. */
    private static void yearOfOneSeries(Watched watched) {
        var jdbc = watched.jdbc;
        for (String table : List.of("sample_hour", "sample_day")) {
            jdbc.sql("CREATE TABLE %1$s_year PARTITION OF %1$s FOR VALUES FROM ('2024-01-01') TO ('2025-06-01')"
                            .formatted(table))
                    .update();
        }
        for (var rows : List.of(new Rows("sample_hour", "1 hour"), new Rows("sample_day", "1 day"))) {
            jdbc.sql("""
                            INSERT INTO %s
                            SELECT s, at, 240, 1, 9, 1200, 240, 5
                            FROM generate_series('2024-01-01'::timestamptz, '2024-12-31', '%s') at, generate_series(1, 100) s""".formatted(rows.table(), rows.step())).update();
        }
        jdbc.sql("ANALYZE sample_hour").update();
        print("a year of one series by days, median of 50", "%.1f ms".formatted(median(jdbc, "sample_day", "1 day")));
        print(
                "a year of one series by 24 of its " + YEAR_HOURS + " hours each, median of 50",
                "%.1f ms".formatted(median(jdbc, "sample_hour", "1 day")));
    }

    private record Rows(String table, String step) {}

    private static double median(JdbcClient jdbc, String table, String step) {
        double[] millis = new double[50];
        for (int i = 0; i < millis.length; i++) {
            long began = System.nanoTime();
            jdbc.sql("""
                            SELECT date_bin('%s', at, '2024-01-01') AS bucket, min(low), max(high), sum(total) / sum(weight)
                            FROM %s WHERE series_id = :id AND at >= '2024-01-01' AND at < '2025-01-01'
                            GROUP BY 1 ORDER BY 1""".formatted(step, table))
                    .param("id", 1 + i)
                    .query((row, n) -> row.getDouble(4))
                    .list();
            millis[i] = seconds(began) * 1000;
        }
        Arrays.sort(millis);
        return millis[millis.length / 2];
    }

    private static long count(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static double size(JdbcClient jdbc, String names) {
        return jdbc.sql(
                        "SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE relkind = 'r' AND relname LIKE :names")
                .param("names", names)
                .query(Double.class)
                .single();
    }

    private static long jvmNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /**
     * Of every PostgreSQL process on this machine that lasts: those of the store's pool do. Those that served a look at a target's
     * database end soon, and their time with them.
     */
    private static long postgresMillis() {
        return new SystemInfo()
                .getOperatingSystem().getProcesses(it -> it.getName().startsWith("postgres"), null, 0).stream()
                        .mapToLong(MonitoringBenchmark::cpuMillis)
                        .sum();
    }

    private static long cpuMillis(OSProcess process) {
        return process.getKernelTime() + process.getUserTime();
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static void print(String what, Object figure) {
        System.out.println(String.format(Locale.ROOT, "| %s | %s |", what, figure));
    }
}
