package dev.perfloop.labelled;

import dev.perfloop.labelled.Case.Label;
import dev.perfloop.labelled.Case.Work;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Builds what a label says, measures the workload with it and without, and takes it back. */
final class Measured {
    private static final int ROUNDS = 4;
    private static final int MOST_CALLS = 3000;
    /** Of a whole workload: less differs from round to round by itself. */
    private static final double NOISE_MS = 2;

    private final Connection service;
    private final JdbcClient jdbc;

    private record Cost(double blocks, double ms) {}

    Measured(Connection service, JdbcClient jdbc) {
        this.service = service;
        this.jdbc = jdbc;
    }

    Truth with(Case labelled, List<String> indexes) {
        var before = cost(labelled.workload());
        List<String> drops = new ArrayList<>();
        for (String index : indexes) {
            String name = "labelled_" + drops.size();
            drops.add("DROP INDEX " + schemaOf(index) + "." + name);
            LabelledDatabase.execute(service, "CREATE INDEX " + name + " ON " + index);
            LabelledDatabase.execute(service, "VACUUM ANALYZE " + tableOf(index));
        }
        var after = cost(labelled.workload());
        drops.forEach(drop -> LabelledDatabase.execute(service, drop));
        return saved(String.join(" + ", indexes), before, after);
    }

    Truth rewritten(Case labelled, Label.Missing missing) {
        var before = cost(labelled.workload());
        missing.prepares().forEach(sql -> LabelledDatabase.execute(service, sql));
        var works = missing.rewrites().stream()
                .map(sql -> new Work(labelled.workload().getFirst().times(), sql))
                .toList();
        var after = cost(works);
        missing.prepares()
                .forEach(sql -> LabelledDatabase.execute(
                        service, "DROP INDEX " + schemaOf(missing.defeated()) + ".labelled_mend"));
        return saved("rewritten", before, after);
    }

    private static Truth saved(String of, Cost before, Cost after) {
        double saved = before.ms() - after.ms();
        return new Truth(
                of, 1 - after.blocks() / before.blocks(), Math.abs(saved) < NOISE_MS ? 0 : saved / before.ms());
    }

    /** The cheapest of some rounds, each rolled back; the first warms up and does not count. */
    private Cost cost(List<Work> workload) {
        List<String> calls = Calls.of(workload);
        double blocks = Double.MAX_VALUE;
        double ms = Double.MAX_VALUE;
        for (int round = 0; round <= ROUNDS; round++) {
            jdbc.sql("SELECT pg_stat_statements_reset()").query(Object.class).single();
            LabelledDatabase.execute(service, "BEGIN");
            calls.stream().limit(MOST_CALLS).forEach(sql -> LabelledDatabase.execute(service, sql));
            LabelledDatabase.execute(service, "ROLLBACK");
            var cost = jdbc.sql("""
                            SELECT sum(shared_blks_hit + shared_blks_read) AS blocks, sum(total_exec_time) AS ms
                            FROM pg_stat_statements
                            WHERE userid <> current_user::regrole AND toplevel
                              AND dbid = (SELECT oid FROM pg_database WHERE datname = current_database())""")
                    .query((row, n) -> new Cost(row.getDouble("blocks"), row.getDouble("ms")))
                    .single();
            if (round > 0) {
                blocks = Math.min(blocks, cost.blocks());
                ms = Math.min(ms, cost.ms());
            }
        }
        return new Cost(blocks, ms);
    }

    private static String tableOf(String index) {
        var matcher =
                Pattern.compile("((?:\"[^\"]+\"|\\w+)\\.(?:\"[^\"]+\"|\\w+)).*").matcher(index);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(index);
        }
        return matcher.group(1);
    }

    private static String schemaOf(String index) {
        String table = tableOf(index);
        return table.startsWith("\"")
                ? table.substring(0, table.indexOf('"', 1) + 1)
                : table.substring(0, table.indexOf('.'));
    }
}
