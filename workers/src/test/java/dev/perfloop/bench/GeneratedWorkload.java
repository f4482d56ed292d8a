package dev.perfloop.bench;

import dev.perfloop.profiling.CallsPerRequest;
import dev.perfloop.profiling.ColumnFacts;
import dev.perfloop.profiling.IndexFacts;
import dev.perfloop.profiling.Metrics;
import dev.perfloop.profiling.Profile;
import dev.perfloop.profiling.Sample;
import dev.perfloop.profiling.StatementFacts;
import dev.perfloop.profiling.StatementFacts.Details;
import dev.perfloop.profiling.StatementPlan;
import dev.perfloop.profiling.TableFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** A large service's profile, made up from a seed: many tables in several schemas, many statements, a few of them heavy. */
final class GeneratedWorkload {
    static final int REQUESTS = 30;
    private static final int TABLES = 400;
    private static final int COLUMNS = 8;
    private static final int SECONDS = 300;

    private final Random random = new Random(42);
    private final int statements;
    private final int plans;

    GeneratedWorkload(int statements, int plans) {
        this.statements = statements;
        this.plans = plans;
    }

    Profile profile() {
        List<TableFacts> tables =
                IntStream.range(0, TABLES).mapToObj(this::table).toList();
        List<IndexFacts> indexes = new ArrayList<>();
        tables.forEach(table -> indexes.addAll(indexes(table)));
        List<StatementFacts> ran = new ArrayList<>();
        for (int i = 0; i < statements; i++) {
            ran.add(statement(i));
        }
        double total = ran.stream().mapToDouble(StatementFacts::totalMs).sum();
        List<StatementFacts> shared = ran.stream()
                .map(it -> new StatementFacts(
                        it.queryId(),
                        it.query(),
                        it.calls(),
                        it.totalMs(),
                        it.meanMs(),
                        it.rows(),
                        it.sharedBlocksHit(),
                        it.sharedBlocksRead(),
                        it.tempBlocks(),
                        it.walBytes(),
                        it.totalMs() / total,
                        it.details()))
                .sorted(Comparator.comparingDouble(StatementFacts::totalMs).reversed())
                .toList();
        return new Profile(
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(SECONDS),
                "18",
                tables,
                indexes,
                Map.of(
                        "server_version_num",
                        "180000",
                        "block_size",
                        "8192",
                        "work_mem",
                        "4096",
                        "shared_buffers",
                        "16384"),
                Map.of("CPU", 9000L, "IO:DataFileRead", 700L),
                shared);
    }

    List<StatementPlan> plans(Profile profile) {
        return profile.statements().stream()
                .limit(plans)
                .map(it -> new StatementPlan(it.queryId(), "GENERIC_PLAN", plan((int) it.queryId() - 1)))
                .toList();
    }

    List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        for (int second = 0; second < SECONDS; second++) {
            for (String metric : List.of(
                    Metrics.SYSTEM_CPU_SHARE,
                    Metrics.PROCESS_CPU_SHARE,
                    Metrics.ACTIVE_SESSIONS,
                    Metrics.HEAP_USED_BYTES)) {
                samples.add(new Sample(metric, Instant.EPOCH.plusSeconds(second), 0.4 + 0.1 * random.nextDouble()));
            }
        }
        return samples;
    }

    /** Each request runs every thirtieth statement. */
    CallsPerRequest calls(Profile profile) {
        return new CallsPerRequest(IntStream.range(0, REQUESTS)
                .mapToObj(request -> new CallsPerRequest.Request(
                        "request-" + request,
                        3,
                        true,
                        1,
                        50,
                        1000,
                        profile.statements().stream()
                                .filter(it -> it.queryId() % REQUESTS == request)
                                .map(it -> new CallsPerRequest.Statement(
                                        it.queryId(), it.query(), List.of(1, 1, 1), List.of(1L, 1L, 1L), it.meanMs()))
                                .toList()))
                .toList());
    }

    private TableFacts table(int i) {
        double rows = Math.pow(10, 2 + 5 * random.nextDouble());
        long pages = (long) Math.max(1, rows / 60);
        List<ColumnFacts> columns = IntStream.range(0, COLUMNS)
                .mapToObj(c -> new ColumnFacts(
                        column(c),
                        c % 3 == 2 ? "text" : "bigint",
                        c == 0,
                        c == 0 ? -1.0 : Math.pow(10, c % 5),
                        0.0,
                        0.1,
                        8,
                        0.01))
                .toList();
        return new TableFacts(
                schema(i), name(i), "r", rows, pages, pages * 8192, 100, 50, 5, 900, (long) rows * 900, 5000, columns);
    }

    private static List<IndexFacts> indexes(TableFacts table) {
        return IntStream.range(0, 3)
                .mapToObj(k -> new IndexFacts(
                        table.schema(),
                        table.name(),
                        table.name() + "_" + k,
                        "btree",
                        k == 0,
                        k == 0,
                        true,
                        List.of(new IndexFacts.Key(column(k), true, false, false)),
                        List.of(),
                        null,
                        table.pages() * 2000,
                        40))
                .toList();
    }

    private StatementFacts statement(int i) {
        long calls = 20 + random.nextInt(4000);
        double meanMs = i % 37 == 0 ? 5 + 3000 * Math.pow(random.nextDouble(), 12) : 0.02 + random.nextDouble() / 10;
        long spilt = i % 211 == 0 ? calls * 40 : 0;
        return new StatementFacts(
                i + 1L,
                text(i),
                calls,
                calls * meanMs,
                meanMs,
                calls * (i % 9 == 0 ? 400 : 1),
                (long) (calls * meanMs * 100),
                calls / 10,
                2 * spilt,
                i % 3 == 0 ? calls * 200 : 0,
                0,
                new Details(meanMs * 5, meanMs, 0.1 * calls, 0, 0, 0, spilt, spilt, 0));
    }

    private static String text(int i) {
        String table = schema(i) + "." + quoted(name(i));
        String more = "x".repeat(i % 50) + i;
        return switch (i % 6) {
            case 0 -> "INSERT INTO %s (%s, %s) VALUES ($1, $2) /* %s */".formatted(table, column(1), column(2), more);
            case 1 -> "UPDATE %s SET %s = $1 WHERE %s = $2 /* %s */".formatted(table, column(3), column(0), more);
            case 2 ->
                "SELECT a.*, b.%s FROM %s a JOIN %s.%s b ON b.%s = a.%s WHERE a.%s = $1 /* %s */"
                        .formatted(
                                column(2),
                                table,
                                schema(i + 1),
                                quoted(name(i + 1)),
                                column(1),
                                column(0),
                                column(4),
                                more);
            case 3 ->
                "SELECT %s, count(*), sum(%s) FROM %s WHERE %s > $1 GROUP BY 1 /* %s */"
                        .formatted(column(3), column(1), table, column(4), more);
            case 4 ->
                "SELECT * FROM %s WHERE %s IN (%s) ORDER BY %s DESC LIMIT $90 /* %s */"
                        .formatted(
                                table,
                                column(5),
                                String.join(
                                        ", ",
                                        IntStream.rangeClosed(1, i % 80 + 1)
                                                .mapToObj(n -> "$" + n)
                                                .toList()),
                                column(6),
                                more);
            default ->
                "SELECT * FROM %s WHERE %s = $1 AND %s = $2 /* %s */".formatted(table, column(1), column(4), more);
        };
    }

    private static String plan(int i) {
        String scan = """
                {"Node Type": "Seq Scan", "Parent Relationship": "Outer", "Schema": "%s", "Relation Name": "%s", "Alias": "a",
                 "Startup Cost": 0, "Total Cost": %d, "Plan Rows": %d, "Plan Width": 80,
                 "Filter": "((a.%s = $1) AND (a.%s > $2))"}""".formatted(schema(i), name(i), 1000 + i, 1 + i % 900, column(4), column(1));
        String inner = """
                {"Node Type": "Index Scan", "Parent Relationship": "Inner", "Schema": "%s", "Relation Name": "%s", "Alias": "b",
                 "Index Name": "%s_0", "Startup Cost": 0.4, "Total Cost": 8.4, "Plan Rows": 1, "Plan Width": 40,
                 "Index Cond": "(b.%s = a.%s)"}""".formatted(schema(i + 1), name(i + 1), name(i + 1), column(0), column(1));
        return """
                [{"Plan": {"Node Type": "Sort", "Startup Cost": %d, "Total Cost": %d, "Plan Rows": %d, "Plan Width": 80,
                  "Sort Key": ["a.%s"], "Plans": [{"Node Type": "Nested Loop", "Parent Relationship": "Outer",
                  "Join Type": "Inner", "Startup Cost": 0, "Total Cost": %d, "Plan Rows": %d, "Plan Width": 80,
                  "Plans": [%s, %s]}]}}]""".formatted(1500 + i, 1600 + i, 1 + i % 900, column(2), 1400 + i, 1 + i % 900, scan, inner);
    }

    private static String schema(int i) {
        return "s" + i % TABLES % 7;
    }

    private static String name(int i) {
        return String.format(Locale.ROOT, i % TABLES % 5 == 0 ? "Table %03d" : "table_%03d", i % TABLES);
    }

    private static String quoted(String name) {
        return name.contains(" ") ? '"' + name + '"' : name;
    }

    private static String column(int c) {
        return List.of("id", "owner_id", "state", "kind", "created", "tag", "amount", "note")
                .get(c);
    }
}
