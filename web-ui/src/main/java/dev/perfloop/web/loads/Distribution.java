package dev.perfloop.web.loads;

import dev.perfloop.web.loads.DistributionView.SideView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** One side of a before/after picture, thinned: some forty percentiles, and bins an eighth of their value wide. */
final class Distribution {
    /** Denser towards the tail: by 5 up to the 90th, then by 1, by 0.1 and by 0.01. */
    static final List<Double> PERCENTILES = Stream.of(
                    IntStream.of(100),
                    steps(500, 9_000, 500),
                    steps(9_100, 9_900, 100),
                    steps(9_910, 9_990, 10),
                    steps(9_991, 9_999, 1))
            .flatMap(IntStream::boxed)
            .map(hundredths -> hundredths / 100.0)
            .toList();

    private static final int BINS_A_DECADE = 20;
    /** As the verdict has it: one outlier must not draw the curve. */
    private static final int FEWEST_BEYOND = 10;

    private final Histogram histogram = Histograms.empty();
    private final Set<String> tests = new HashSet<>();

    void add(String loadTestId, Instant second, byte[] compressed) {
        tests.add(loadTestId);
        histogram.add(Histograms.decoded(compressed, second));
    }

    /** Responses by bin; those answered within a microsecond count to the first. */
    SequencedMap<Integer, Long> bins() {
        SequencedMap<Integer, Long> bins = new TreeMap<>();
        for (var value : histogram.recordedValues()) {
            int bin = (int) Math.floor(Math.log10(Math.max(1, value.getValueIteratedTo())) * BINS_A_DECADE);
            bins.merge(bin, value.getCountAtValueIteratedTo(), Long::sum);
        }
        return bins;
    }

    static double edgeMs(int bin) {
        return Math.pow(10, (double) bin / BINS_A_DECADE) / Histograms.MICROS_PER_MILLI;
    }

    SideView view(String phase, int firstBin, int lastBin) {
        long responses = histogram.getTotalCount();
        var bins = bins();
        List<@Nullable Double> ms = new ArrayList<>();
        PERCENTILES.forEach(percentile -> ms.add(isBeyondReach(percentile, responses) ? null : millis(percentile)));
        return new SideView(
                phase,
                tests.size(),
                responses,
                ms,
                IntStream.rangeClosed(firstBin, lastBin)
                        .mapToObj(bin -> (double) bins.getOrDefault(bin, 0L) / Math.max(1, responses))
                        .toList());
    }

    private Double millis(double percentile) {
        return Histograms.millis(histogram, percentile);
    }

    private static boolean isBeyondReach(double percentile, long responses) {
        return Math.round(responses * (100 - percentile) / 100) < FEWEST_BEYOND;
    }

    private static IntStream steps(int from, int to, int by) {
        return IntStream.iterate(from, hundredths -> hundredths <= to, hundredths -> hundredths + by);
    }
}
