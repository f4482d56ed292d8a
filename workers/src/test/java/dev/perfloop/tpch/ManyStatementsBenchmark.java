package dev.perfloop.tpch;

import dev.perfloop.profiling.whatif.Pretence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * How long a set of indexes for 100 statements takes to find; the bar is 60 s.
 *
 * <p>Arguments: scale (default 0.1), JDBC URL of an empty database (default an embedded server).
 */
public final class ManyStatementsBenchmark {
    private static final int STATEMENTS = 100;
    private static final long SEED = 1;
    private static final double BUDGET = 0.5;
    /** What the workers copy of a target. */
    private static final long MOST_COPIED = 64L << 20;

    private ManyStatementsBenchmark() {}

    public static void main(String[] args) throws Exception {
        double scale = args.length > 0 ? Double.parseDouble(args[0]) : 0.1;
        try (var server = TpchServer.open(args.length > 1 ? args[1] : "")) {
            server.fill(scale);
            var statements = new GeneratedStatements(SEED).take(STATEMENTS);
            var workload = Workload.of(statements, statement -> 1, server);
            Function<Pretence, List<Advice>> sets = pretence -> {
                var advisers = new Advisers(workload.demand(), workload.planner(pretence), workload.tableBytes());
                List<Advice> all = new ArrayList<>();
                all.add(advisers.none());
                all.add(advisers.ours(BUDGET));
                return all;
            };
            if (server.hasHypoPg()) {
                Report.estimated("HypoPG", server.visits().pretended(sets));
            }
            Report.estimated("sampled copy", server.visits().copied(server.tables(), MOST_COPIED, sets));
        }
        System.exit(0);
    }
}
