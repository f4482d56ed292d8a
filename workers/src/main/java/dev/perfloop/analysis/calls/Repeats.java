package dev.perfloop.analysis.calls;

import dev.perfloop.profiling.CallsPerRequest.Request;
import dev.perfloop.profiling.CallsPerRequest.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Why a statement runs several times in one request, judged by how often it did in each single one.
 *
 * <p>That its number follows the data is what tells a query per row from a loop of fixed length: the number is that of the
 * rows another statement of the request returned, or it varies from request to request. Order in time does not matter, so
 * that interleaved and nested repetitions are seen like plain ones.
 */
sealed interface Repeats {
    /** perf-sentinel and Sentry ask for five; three repeats with counts of several requests say as much. */
    int FEWEST = 3;

    /** A loop of fixed length may well have fewer; so many of one statement could be one statement in any case. */
    int MANY = 10;

    /** @param source returned just as many rows; null when none did */
    record PerRow(@Nullable Statement source, boolean varies) implements Repeats {}

    record Not(String reason) implements Repeats {}

    static Repeats of(Statement statement, Request request) {
        var counts = statement.calls();
        long often = counts.stream().filter(calls -> calls >= FEWEST).count();
        if (often * 2 < counts.size() || counts.isEmpty()) {
            return new Not("fewer than " + FEWEST + " calls in most requests");
        }
        if (isChunked(statement)) {
            return new Not("it reads one result in chunks of about " + Math.round(rowsPerCall(statement)) + " rows");
        }
        boolean varies = varies(counts);
        var source = source(statement, request);
        if (source.isPresent() || varies) {
            return new PerRow(source.orElse(null), varies);
        }
        int most = counts.stream().mapToInt(Integer::intValue).max().orElse(0);
        return most >= MANY
                ? new PerRow(null, false)
                : new Not("the same " + most + " calls in every request: a loop of fixed length");
    }

    /** More than the odd call that a condition adds. */
    private static boolean varies(List<Integer> counts) {
        int least = counts.stream().mapToInt(Integer::intValue).min().orElse(0);
        int most = counts.stream().mapToInt(Integer::intValue).max().orElse(0);
        return most - least >= Math.max(2, 0.1 * most);
    }

    /** The statement whose rows are as many as these calls, in nearly every request; the one with fewest calls of its own. */
    private static Optional<Statement> source(Statement statement, Request request) {
        return request.statements().stream()
                .filter(other -> other.queryId() != statement.queryId() && Sql.reads(other.query()))
                .filter(other -> other.callsPerRequest() < statement.callsPerRequest())
                .filter(other -> gives(other, statement))
                .min(Comparator.comparingDouble(Statement::callsPerRequest));
    }

    private static boolean gives(Statement source, Statement statement) {
        int sent = Math.min(source.rows().size(), statement.calls().size());
        long same = IntStream.range(0, sent)
                .filter(i -> Math.abs(source.rows().get(i) - statement.calls().get(i))
                        <= 0.05 * statement.calls().get(i))
                .count();
        return sent > 0 && same >= 0.8 * sent;
    }

    /** By cursor, or bounded and each time with a good many rows: pages of one result, not one query a row. */
    private static boolean isChunked(Statement statement) {
        return Sql.isBounded(statement.query()) && rowsPerCall(statement) >= 20;
    }

    private static double rowsPerCall(Statement statement) {
        double calls = statement.calls().stream().mapToInt(Integer::intValue).sum();
        return calls == 0
                ? 0
                : statement.rows().stream().mapToLong(Long::longValue).sum() / calls;
    }
}
