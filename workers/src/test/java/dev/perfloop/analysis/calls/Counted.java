package dev.perfloop.analysis.calls;

import dev.perfloop.analysis.AStatement;
import dev.perfloop.analysis.AWorkload;
import dev.perfloop.profiling.CallsPerRequest;
import dev.perfloop.profiling.CallsPerRequest.Request;
import dev.perfloop.profiling.CallsPerRequest.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** An invented request that was driven alone, and a load of it that misses its objective by far. */
final class Counted {
    private static final long DRIVEN = 1000;

    private final double meanMs;
    private final List<Statement> statements = new ArrayList<>();
    private double transactions = 1;
    private double answerBytes = 2000;
    private boolean quiet = true;

    private Counted(double meanMs) {
        this.meanMs = meanMs;
    }

    static Counted taking(double meanMs) {
        return new Counted(meanMs);
    }

    /** @param calls in each sending; with one row each */
    Counted running(long id, String query, double msEach, int... calls) {
        return running(id, query, msEach, calls, LongStream.of(toLongs(calls)).toArray());
    }

    Counted running(long id, String query, double msEach, int[] calls, long... rows) {
        List<Integer> counts = new ArrayList<>();
        double sum = 0;
        for (int each : calls) {
            counts.add(each);
            sum += each;
        }
        statements.add(
                new Statement(id, query, counts, LongStream.of(rows).boxed().toList(), msEach * sum / calls.length));
        return this;
    }

    Counted transactions(double each) {
        transactions = each;
        return this;
    }

    Counted answering(double bytes) {
        answerBytes = bytes;
        return this;
    }

    Counted disturbed() {
        quiet = false;
        return this;
    }

    AWorkload loaded() {
        var request = new Request(
                "books",
                statements.isEmpty() ? 6 : statements.getFirst().calls().size(),
                quiet,
                transactions,
                meanMs,
                answerBytes,
                List.copyOf(statements));
        var workload = AWorkload.healthy()
                .missed("books", "p95", meanMs, 3 * meanMs)
                .request("books", DRIVEN, meanMs)
                .calls(new CallsPerRequest(List.of(request), 0.1));
        for (var it : statements) {
            workload.with(AStatement.running(it.queryId(), it.query())
                    .calls(Math.round(DRIVEN * it.callsPerRequest()))
                    .meanMs(it.msPerRequest() / it.callsPerRequest())
                    .rowsPerCall(it.rows().stream().mapToLong(Long::longValue).sum()
                            / Math.max(
                                    1.0,
                                    it.calls().stream()
                                            .mapToInt(Integer::intValue)
                                            .sum())));
        }
        return workload;
    }

    private static long[] toLongs(int[] values) {
        long[] longs = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            longs[i] = values[i];
        }
        return longs;
    }
}
