package dev.perfloop.web.loads;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/** One second of one request, or of several once merged; the histogram's unit is microseconds. */
final class Window {
    private static final int SIGNIFICANT_DIGITS = 3;
    private static final double MICROS_PER_MILLI = 1_000;

    private final Instant second;
    private final Histogram histogram = new Histogram(SIGNIFICANT_DIGITS);
    private long count;
    private long errors;

    Window(Instant second) {
        this.second = second;
        histogram.setAutoResize(true);
    }

    void add(long moreCount, long moreErrors, byte[] compressed) {
        count += moreCount;
        errors += moreErrors;
        try {
            histogram.add(Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(compressed), 0));
        } catch (DataFormatException | IllegalArgumentException damaged) {
            throw new IllegalStateException("The histogram of second " + second + " cannot be decoded", damaged);
        }
    }

    WindowView view() {
        return new WindowView(second, count, errors, percentile(50), percentile(95), percentile(99));
    }

    private double percentile(double percent) {
        return histogram.getTotalCount() == 0 ? 0 : histogram.getValueAtPercentile(percent) / MICROS_PER_MILLI;
    }
}
