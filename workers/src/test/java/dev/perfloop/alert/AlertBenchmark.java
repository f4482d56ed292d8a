package dev.perfloop.alert;

import com.zaxxer.hikari.HikariDataSource;
import dev.perfloop.alert.Responding.Action;
import dev.perfloop.alert.Responding.Response;
import dev.perfloop.alert.delivery.AlertInbox;
import dev.perfloop.camunda.DecisionTables;
import dev.perfloop.contract.ProcessIds;
import dev.perfloop.contract.threshold.Threshold.Direction;
import dev.perfloop.support.Database;
import dev.perfloop.support.Rooms;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many breaches that have lasted long enough at the same moment: how long until a webhook's receiver was told of each, and is any lost or told
 * twice? On the real database with the real outbox; the engine is played by as many threads as it has jobs out, each job comes
 * twice, and a decision takes the engine {@value #DECISION_MS} ms.
 *
 * <p>Arguments: breaches (default 1000), jobs at once (default 8).
 */
public final class AlertBenchmark {
    private static final Duration LASTING = Duration.ofMinutes(5);
    private static final int DECISION_MS = 20;
    private static final int UNWELL_EVERY = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private AlertBenchmark() {}

    /** The clock of the machine. */
    static class Clock implements InstantSource {
        @Override
        public Instant instant() {
            return InstantSource.system().instant();
        }
    }

    static class Tables implements DecisionTables {
        @Override
        public <T> Optional<T> evaluate(String decisionId, Record inputs, Class<T> output) {
            LockSupport.parkNanos(Duration.ofMillis(DECISION_MS).toNanos());
            Object said = decisionId.equals(ProcessIds.EVALUATE_THRESHOLDS)
                    ? new Thresholds.Decided(1, 100, Direction.ABOVE, LASTING.toSeconds(), 0.2)
                    : new Response[] {new Response(Action.NOTIFY, 0, 0)};
            return Optional.of(output.cast(said));
        }
    }

    public static void main(String[] args) throws Exception {
        int breaches = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
        int atOnce = args.length > 1 ? Integer.parseInt(args[1]) : 8;
        var clock = new Clock();
        try (var pool = pool();
                var inbox = new AlertInbox(clock, UNWELL_EVERY)) {
            System.setProperty("perfloop.alert.channels[0].name", "ops");
            System.setProperty("perfloop.alert.channels[0].kind", "WEBHOOK");
            System.setProperty("perfloop.alert.channels[0].url", inbox.url());
            try (var rooms = Rooms.open(
                    pool, List.of(Clock.class, Tables.class), "run", "target", "load", "change", "mail", "alert")) {
                measure(rooms, JdbcClient.create(pool), inbox, breaches, atOnce);
            }
        }
        System.exit(0);
    }

    private static void measure(
            AnnotationConfigApplicationContext rooms, JdbcClient jdbc, AlertInbox inbox, int breaches, int atOnce)
            throws Exception {
        var evaluating = rooms.getBean(Evaluating.class);
        var responding = rooms.getBean(Responding.class);
        var rows = new AssessedRows(jdbc);
        Instant due = new Clock().instant().plusSeconds(20 + breaches / 20);
        List<Callable<Boolean>> jobs = new ArrayList<>();
        for (int n = 0; n < breaches / 2; n++) {
            String target = "target-" + n;
            rows.target(target, "");
            int[] series = {
                rows.series(target, "pool_waiting_threads", null, "1"),
                rows.series(target, "request_p95_ms", "home", "ms")
            };
            evaluating.evaluate(assessment(rows, target, series, due.minus(LASTING)));
            UUID last = assessment(rows, target, series, due);
            Callable<Boolean> job = () -> {
                evaluating.evaluate(last);
                responding.respond(target);
                return true;
            };
            jobs.addAll(List.of(job, job));
        }
        if (!new Clock().instant().isBefore(due)) {
            throw new IllegalStateException("The rows took too long to write; the moment has passed");
        }
        var over = new CountDownLatch(1);
        try (var outbox = Executors.newSingleThreadScheduledExecutor();
                var engine = Executors.newFixedThreadPool(atOnce)) {
            long wait = Duration.between(new Clock().instant(), due).toMillis();
            outbox.scheduleWithFixedDelay(
                    () -> {
                        AlertInbox.deliver(rooms);
                        if (inbox.first().size() >= breaches) {
                            over.countDown();
                        }
                    },
                    wait,
                    2000,
                    TimeUnit.MILLISECONDS);
            LockSupport.parkNanos(Duration.ofMillis(wait).toNanos());
            for (Future<Boolean> done : engine.invokeAll(jobs)) {
                done.get();
            }
            String judged = "%.1f s".formatted(seconds(due, new Clock().instant()));
            boolean all = over.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            outbox.shutdown();
            outbox.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            print(jdbc, inbox, due, judged, all);
        }
    }

    private static void print(JdbcClient jdbc, AlertInbox inbox, Instant due, String judged, boolean all) {
        double[] told = inbox.first().stream()
                .mapToDouble(at -> seconds(due, at))
                .sorted()
                .toArray();
        System.out.println("| what | figure |\n|---|---|");
        row(
                "alerts, distinct causes",
                count(jdbc, "SELECT count(*) || ', ' || count(DISTINCT (target_id, family)) FROM alert"));
        row("told, told twice, all of them", told.length + ", " + inbox.toldTwice() + ", " + all);
        row("requests to the receiver, which was unwell at each " + UNWELL_EVERY + "th", String.valueOf(inbox.asked()));
        row("all judged and answered after", judged);
        row("from lasting long enough to told: p50", "%.1f s".formatted(at(told, 0.5)));
        row("p95", "%.1f s".formatted(at(told, 0.95)));
        row("longest (told again after 503)", "%.1f s".formatted(at(told, 1)));
        row("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
    }

    private static void row(String what, String figure) {
        System.out.println("| " + what + " | " + figure + " |");
    }

    private static String count(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1e3;
    }

    private static UUID assessment(AssessedRows rows, String target, int[] series, Instant at) {
        UUID id = rows.assessment(target, at, "REAL_TIME");
        for (int each : series) {
            rows.reading(id, each, 3, null, null);
        }
        return id;
    }

    private static HikariDataSource pool() {
        var pool = new HikariDataSource();
        pool.setDataSource(Database.migrated());
        pool.setMaximumPoolSize(10);
        return pool;
    }
}
