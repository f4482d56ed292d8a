package dev.perfloop.analysis.calls;

import dev.perfloop.profiling.CallsPerRequest;
import dev.perfloop.profiling.CallsPerRequest.Statement;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether all calls of a statement ask the same. The values of its parameters are nowhere counted; a constant in the text looks
 * like one. But a result of several rows that has the same number of rows each time, without a LIMIT that makes it so, is the
 * same result.
 */
final class SameQuestion {
    /** Two calls may agree by chance. */
    private static final int FEWEST_CALLS = 4;

    private SameQuestion() {}

    static boolean isAskedBy(Statement statement) {
        return Sql.reads(statement.query())
                && (!Sql.hasParameters(statement.query())
                        || !Sql.isBounded(statement.query()) && alwaysAsManyRows(List.of(statement)));
    }

    /** In all requests that run it. */
    static boolean isAskedEverywhere(String query, List<Statement> counted) {
        return Sql.reads(query) && (!Sql.hasParameters(query) || !Sql.isBounded(query) && alwaysAsManyRows(counted));
    }

    static List<Statement> counted(long queryId, CallsPerRequest calls) {
        return calls.requests().stream()
                .flatMap(request -> request.statement(queryId).stream())
                .toList();
    }

    private static boolean alwaysAsManyRows(List<Statement> counted) {
        int calls = counted.stream()
                .flatMap(it -> it.calls().stream())
                .mapToInt(Integer::intValue)
                .sum();
        double[] each = counted.stream()
                .flatMapToDouble(it -> IntStream.range(0, it.calls().size())
                        .filter(i -> it.calls().get(i) > 0)
                        .mapToDouble(i -> (double) it.rows().get(i) / it.calls().get(i)))
                .distinct()
                .toArray();
        return calls >= FEWEST_CALLS && each.length == 1 && each[0] > 1 && each[0] == Math.rint(each[0]);
    }
}
