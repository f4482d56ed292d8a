package dev.perfloop.web.loads;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/** Histograms of response times as the workers store them: HdrHistogram's V2 compressed encoding, in microseconds. */
public final class Histograms {
    static final double MICROS_PER_MILLI = 1_000;

    private static final int SIGNIFICANT_DIGITS = 3;

    private Histograms() {}

    public static Histogram empty() {
        Histogram histogram = new Histogram(SIGNIFICANT_DIGITS);
        histogram.setAutoResize(true);
        return histogram;
    }

    /** @param second that it is of, for whoever has to look after a damaged one */
    public static Histogram decoded(byte[] compressed, Instant second) {
        try {
            return Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(compressed), 0);
        } catch (DataFormatException | IllegalArgumentException damaged) {
            throw new IllegalStateException("The histogram of second " + second + " cannot be decoded", damaged);
        }
    }

    /** Milliseconds; 0 of an empty one. */
    public static double millis(Histogram histogram, double percentile) {
        return histogram.getTotalCount() == 0 ? 0 : histogram.getValueAtPercentile(percentile) / MICROS_PER_MILLI;
    }
}
