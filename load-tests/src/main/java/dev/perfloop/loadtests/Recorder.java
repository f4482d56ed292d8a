package dev.perfloop.loadtests;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * Keeps every latency exactly, by the second in which the response was complete.
 *
 * <p>What is measured: from the moment the visit's request was due (see {@link Timeline}) until the whole response was
 * read and checked, or the request failed or timed out; waiting for a connection, connecting and TLS are inside. Failed
 * requests are in the histogram as well as in the error count: leaving time-outs out would flatter a slow target.
 * Unit: microseconds, three significant digits.
 */
final class Recorder {
    private static final int DIGITS = 3;

    /** One request in one second. Guarded by itself. */
    private static final class Cell {
        final Histogram histogram = new Histogram(DIGITS);
        long errors;
    }

    private final Timeline timeline;
    private final List<String> names;
    private final long highestMicros;
    private final ConcurrentHashMap<Long, Cell[]> open = new ConcurrentHashMap<>();
    private final AtomicLong closedUpTo = new AtomicLong(0);
    private final LongAdder requests = new LongAdder();
    private final LongAdder errors = new LongAdder();

    Recorder(Timeline timeline, List<String> names, double timeoutSeconds) {
        this.timeline = timeline;
        this.names = names;
        highestMicros = (long) ((timeoutSeconds + 60) * 1_000_000);
    }

    void record(int request, long startNanos, boolean failed) {
        long end = System.nanoTime();
        long micros = Math.clamp((end - startNanos) / 1_000, 0, highestMicros);
        requests.increment();
        if (failed) {
            errors.increment();
        }
        boolean kept = false;
        while (!kept) {
            // A second that is already written stays as written; a straggler counts into the next.
            long second = Math.max(timeline.epochSecond(end), closedUpTo.get() + 1);
            Cell cell = open.computeIfAbsent(second, s -> newCells())[request];
            synchronized (cell) {
                if (second > closedUpTo.get()) {
                    cell.histogram.recordValue(micros);
                    cell.errors += failed ? 1 : 0;
                    kept = true;
                }
            }
        }
    }

    private Cell[] newCells() {
        return Stream.generate(Cell::new).limit(names.size()).toArray(Cell[]::new);
    }

    /**
     * Writes the seconds up to and including this one, oldest first, and says what they held together. A second without a
     * response is written, too: it counts when throughput is judged. Called by one thread at a time.
     */
    Tally close(long upToSecond, SecondsFile file) throws IOException {
        var all = new Histogram(DIGITS);
        long failed = 0;
        if (!timeline.hasStarted()) {
            return Tally.of(all, failed);
        }
        long from = Math.max(closedUpTo.get() + 1, timeline.firstEpochSecond());
        closedUpTo.accumulateAndGet(upToSecond, Math::max);
        for (long second = from; second <= upToSecond; second++) {
            Cell[] cells = open.remove(second);
            cells = cells == null ? newCells() : cells;
            for (int i = 0; i < names.size(); i++) {
                synchronized (cells[i]) {
                    file.write(second, names.get(i), cells[i].errors, cells[i].histogram);
                    all.add(cells[i].histogram);
                    failed += cells[i].errors;
                }
            }
        }
        return Tally.of(all, failed);
    }

    record Tally(long count, long errors, double p50Ms, double p95Ms, double p99Ms) {
        private static Tally of(Histogram all, long errors) {
            return new Tally(all.getTotalCount(), errors, millis(all, 50), millis(all, 95), millis(all, 99));
        }

        private static double millis(Histogram all, double percentile) {
            return all.getValueAtPercentile(percentile) / 1_000.0;
        }
    }

    long requests() {
        return requests.sum();
    }

    long errors() {
        return errors.sum();
    }
}
