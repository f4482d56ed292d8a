package dev.perfloop.web.loads;

import java.time.Instant;
import org.HdrHistogram.Histogram;

/** One second of one request, or of several once merged. */
final class Window {
    private final Instant second;
    private final Histogram histogram = Histograms.empty();
    private long count;
    private long errors;

    Window(Instant second) {
        this.second = second;
    }

    void add(long moreCount, long moreErrors, byte[] compressed) {
        count += moreCount;
        errors += moreErrors;
        histogram.add(Histograms.decoded(compressed, second));
    }

    WindowView view() {
        return new WindowView(
                second,
                count,
                errors,
                Histograms.millis(histogram, 50),
                Histograms.millis(histogram, 95),
                Histograms.millis(histogram, 99));
    }
}
