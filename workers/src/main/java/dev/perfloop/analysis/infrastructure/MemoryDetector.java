package dev.perfloop.analysis.infrastructure;

import dev.perfloop.analysis.Chain;
import dev.perfloop.analysis.Detection;
import dev.perfloop.analysis.Detector;
import dev.perfloop.analysis.Evidence;
import dev.perfloop.analysis.Evidence.LinkKind;
import dev.perfloop.analysis.Finding;
import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Finding.Effort;
import dev.perfloop.analysis.Layer;
import dev.perfloop.analysis.Proposal;
import dev.perfloop.analysis.Workload;
import dev.perfloop.profiling.Metrics;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Says when the machine swaps, or has next to no memory left for the page cache. */
@Component
final class MemoryDetector implements Detector {
    static final String MEMORY_SHORT = "MEMORY_SHORT";

    /** Sustained, of 4 kB: more than a stray page of an idle process. */
    private static final double SWAPPED_PAGES = 50;

    private static final double LITTLE_LEFT = 0.05;
    private static final double SWAPPING_IMPACT = 40;
    private static final double LITTLE_IMPACT = 15;

    @Override
    public Layer layer() {
        return Layer.INFRASTRUCTURE;
    }

    @Override
    public Detection in(Workload workload) {
        var available = workload.series().mean(Metrics.HOST_MEMORY_AVAILABLE_BYTES);
        long all = workload.captured().host().memoryBytes();
        if (available.isEmpty() || all == 0) {
            return Detection.unseen(
                    "memory of the host",
                    "no source tells of it",
                    "Run Perfloop's workers on the target's machine, or look at its monitoring.");
        }
        double left = available.getAsDouble() / all;
        double swapped =
                workload.series().mean(Metrics.HOST_SWAPPED_PAGES_PER_SECOND).orElse(0);
        boolean swaps = swapped >= SWAPPED_PAGES;
        return swaps || left < LITTLE_LEFT
                ? Detection.of(List.of(finding(workload, left, swapped, swaps, all)))
                : Detection.NOTHING;
    }

    private static Finding finding(Workload workload, double left, double swapped, boolean swaps, long all) {
        String shows = String.format(
                Locale.ROOT,
                "%.1f %% of %.1f GB available, %.0f pages a second swapped",
                100 * left,
                all / 1e9,
                swapped);
        return Finding.observed(
                        "host-memory",
                        MEMORY_SHORT,
                        Layer.INFRASTRUCTURE,
                        swaps ? SWAPPING_IMPACT : LITTLE_IMPACT,
                        swaps ? Confidence.MEDIUM : Confidence.LOW,
                        Effort.ARCHITECTURE,
                        "The host is short of memory: " + shows,
                        Evidence.of(
                                        "What is swapped out is fetched from the disk when it is touched, in the middle of a request; what "
                                                + "the page cache cannot hold PostgreSQL reads from the disk again.")
                                .along(Chain.of(workload)
                                        .add(LinkKind.HOST, "memory", shows)
                                        .links())
                                .about(List.of("host:memory")))
                .proposing(new Proposal.CodeAdvice(
                        "Free memory or add some",
                        String.format(
                                Locale.ROOT,
                                "Look for what does not belong there; lower heap and work_mem times connections to what is used. "
                                        + "Otherwise about **%.0f GB** would leave a fifth free.",
                                Math.ceil(all * (1 - left) / 0.8 / 1e9))));
    }
}
