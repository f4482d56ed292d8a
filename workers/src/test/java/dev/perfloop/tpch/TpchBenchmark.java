package dev.perfloop.tpch;

import dev.perfloop.optimization.pricing.Rehearsed;
import dev.perfloop.profiling.whatif.Pretence;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Sets of indexes for the statements of TPC-H at several budgets: none, Extend's and ours, as the planner sees them and built for
 * real.
 *
 * <p>Arguments: scale (default 0.1), JDBC URL of an empty database (default an embedded server), seconds after which a statement
 * is cut off while measuring, 0 to measure nothing (default 300), a regular expression of statements to leave out (default none).
 */
public final class TpchBenchmark {
    private static final List<Double> SHARES = List.of(0.1, 0.25, 0.5, 1.0);
    /** What the workers copy of a target. */
    private static final long MOST_COPIED = 64L << 20;

    private static final Duration LONGEST_REHEARSAL = Duration.ofSeconds(60);

    private TpchBenchmark() {}

    public static void main(String[] args) throws Exception {
        double scale = args.length > 0 ? Double.parseDouble(args[0]) : 0.1;
        String url = args.length > 1 ? args[1] : "";
        int longest = args.length > 2 ? Integer.parseInt(args[2]) : 300;
        var left = Pattern.compile(args.length > 3 && !args[3].isBlank() ? args[3] : "none");
        try (var server = TpchServer.open(url)) {
            server.fill(scale);
            var statements = TpchStatement.all(scale).stream()
                    .filter(statement -> !left.matcher(statement.id()).matches())
                    .toList();
            new TpchBenchmark.Session(server, statements).run(scale, longest);
        }
        System.exit(0);
    }

    private record Session(TpchServer server, List<TpchStatement> statements) {

        void run(double scale, int longest) throws SQLException {
            var workload = Workload.of(statements, statement -> 1, server);
            System.out.printf(
                    Locale.ROOT,
                    "TPC-H at scale %s, %d statements, PostgreSQL %s, tables %.0f MB, no parallel plans, no JIT%n",
                    scale,
                    statements.size(),
                    server.version(),
                    workload.tableBytes() / 1e6);
            Map<String, List<Advice>> advice = new LinkedHashMap<>();
            if (server.hasHypoPg()) {
                advice.put("HypoPG", server.visits().pretended(sets(workload)));
            }
            advice.put("sampled copy", server.visits().copied(server.tables(), MOST_COPIED, sets(workload)));
            advice.forEach(Report::estimated);
            advice.replaceAll((how, all) -> withTried(all, workload));
            giant(workload);
            if (longest > 0) {
                measured(advice, longest);
            }
        }

        private static Function<Pretence, List<Advice>> sets(Workload workload) {
            return pretence -> {
                var advisers = new Advisers(workload.demand(), workload.planner(pretence), workload.tableBytes());
                List<Advice> all = new ArrayList<>();
                all.add(advisers.none());
                for (double share : SHARES) {
                    all.add(advisers.extend(share));
                    all.add(advisers.ours(share));
                }
                return all;
            };
        }

        /** Ours again, without what made a statement slower on a copy. */
        private List<Advice> withTried(List<Advice> all, Workload workload) {
            return server.visits().rehearsed(server.tables(), copy -> {
                var planner = workload.planner(copy);
                List<Advice> more = new ArrayList<>(all);
                all.stream()
                        .filter(one -> one.by().equals("ours"))
                        .map(one -> one.tried(
                                Rehearsed.of(copy, planner, workload.demand(), one.indexes(), LONGEST_REHEARSAL),
                                planner::size))
                        .forEach(more::add);
                return more;
            });
        }

        /** One statement called 10,000 times as often as each of the others. */
        private void giant(Workload workload) {
            var giant = statements.getFirst();
            var skewed = Workload.of(statements, statement -> statement == giant ? 10_000 : 1, server);
            Function<Pretence, List<Advice>> sets = pretence -> {
                var advisers = new Advisers(skewed.demand(), workload.planner(pretence), workload.tableBytes());
                return List.of(advisers.none(), advisers.extend(1), advisers.ours(1));
            };
            Report.perStatement(
                    giant.id() + " called 10,000 times as often",
                    statements,
                    server.hasHypoPg()
                            ? server.visits().pretended(sets)
                            : server.visits().copied(server.tables(), MOST_COPIED, sets));
        }

        private void measured(Map<String, List<Advice>> advice, int longest) throws SQLException {
            var measurement = new Measurement(server, statements, longest);
            var none = measurement.of(List.of());
            Report.measuredNone(statements, none);
            for (var how : advice.entrySet()) {
                Report.measuredHead(how.getKey());
                for (var one : how.getValue()) {
                    if (one.share() > 0) {
                        Report.measured(one, statements, none, measurement.of(one.indexes()));
                    }
                }
            }
        }
    }
}
