package dev.perfloop.load;

import dev.perfloop.load.gatling.LaunchResult;
import dev.perfloop.load.gatling.LaunchResult.ErrorSample;
import dev.perfloop.load.gatling.RecordedSecond;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** What a generator would have recorded. */
final class Recorded {
    /** A whole second; times below count from here. */
    static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

    private Recorded() {}

    static RecordedSecond second(int at, String request, int errors, double... millis) {
        var histogram = new Histogram(3);
        for (double value : millis) {
            histogram.recordValue(Math.round(value * 1000));
        }
        return new RecordedSecond(START.plusSeconds(at), request, millis.length, errors, encoded(histogram));
    }

    private static byte[] encoded(Histogram histogram) {
        ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(buffer);
        return Arrays.copyOf(buffer.array(), length);
    }

    /** Measured from the given millisecond to the given one after {@link #START}. */
    static LaunchResult launch(long fromMillis, long toMillis) {
        return launch(fromMillis, toMillis, 40, 0.1, 1, 1000, List.of(), null);
    }

    static LaunchResult launch(
            long fromMillis,
            long toMillis,
            double effectiveRate,
            double generatorCpu,
            double lateP99Ms,
            long requests,
            List<ErrorSample> errors,
            @Nullable String reason) {
        return new LaunchResult(
                40,
                effectiveRate,
                generatorCpu,
                lateP99Ms,
                requests,
                errors.stream().mapToLong(ErrorSample::count).sum(),
                errors,
                -1,
                0,
                START.toEpochMilli() + fromMillis,
                START.toEpochMilli() + toMillis,
                reason);
    }
}
