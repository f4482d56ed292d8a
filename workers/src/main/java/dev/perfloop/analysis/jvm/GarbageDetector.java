package dev.perfloop.analysis.jvm;

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
import dev.perfloop.profiling.JvmFacts.Garbage;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Finds a service that stands still for its garbage collector. */
@Component
final class GarbageDetector implements Detector {
    static final String GC_PRESSURE = "GC_PRESSURE";

    /** G1 sizes its heap to stay below 1 / (1 + GCTimeRatio) = 1 / 13 of the time; above, it lacks room. */
    private static final double TOO_MUCH = 0.08;

    /** A heap that is that full after a collection leaves it no room to work in. */
    private static final double FULL = 0.7;

    private static final double MIB = 1 << 20;

    @Override
    public Layer layer() {
        return Layer.APPLICATION;
    }

    @Override
    public Detection in(Workload workload) {
        if (Recorded.missing(workload)) {
            return Recorded.unseen(workload);
        }
        var recorded = new Recorded(workload);
        var garbage = recorded.jvm().garbage();
        double ms = garbage.pauseShare() * workload.serviceMs();
        double impact = workload.impactOf(ms, List.of());
        if (garbage.pauseShare() < TOO_MUCH || impact < Recorded.WORTH_NAMING) {
            return Detection.NOTHING;
        }
        String shows = String.format(
                Locale.ROOT,
                "%d collections (%s), %.1f %% of the time, %.0f ms at most; %.0f of %.0f MiB in use after one",
                garbage.collections(),
                garbage.collector(),
                100 * garbage.pauseShare(),
                garbage.longestMs(),
                garbage.liveBytes() / MIB,
                garbage.maxBytes() / MIB);
        return Detection.of(List.of(recorded.gaining(
                        Finding.observed(
                                "garbage",
                                GC_PRESSURE,
                                Layer.APPLICATION,
                                impact,
                                Confidence.HIGH,
                                full(garbage) ? Effort.QUICK : Effort.COMPLEX,
                                String.format(
                                        Locale.ROOT,
                                        "Garbage collection stops the service for %.0f %% of the time",
                                        100 * garbage.pauseShare()),
                                Evidence.of(shows)
                                        .along(Chain.of(workload)
                                                .add(LinkKind.METRIC, "garbage collection", shows)
                                                .links())
                                        .about(List.of("heap"))),
                        ms,
                        0.3,
                        0.8)
                .proposing(advice(recorded, garbage))));
    }

    private static boolean full(Garbage garbage) {
        return garbage.maxBytes() > 0 && garbage.liveBytes() >= FULL * garbage.maxBytes();
    }

    private static Proposal.CodeAdvice advice(Recorded recorded, Garbage garbage) {
        if (full(garbage)) {
            return new Proposal.CodeAdvice(
                    "Give the heap room",
                    String.format(
                            Locale.ROOT,
                            "What lives fills %.0f of %.0f MiB: set `-Xmx` to %.0f MiB or more, twice what lives, if the machine "
                                    + "has it; and see whether what lives has to (caches without bounds, sessions).",
                            garbage.liveBytes() / MIB,
                            garbage.maxBytes() / MIB,
                            2 * garbage.liveBytes() / MIB));
        }
        String most = recorded.jvm().allocation().sites().stream()
                .filter(site -> !site.frame().isEmpty())
                .findFirst()
                .map(site -> " Most is made in `" + site.frame() + "`.")
                .orElse("");
        return new Proposal.CodeAdvice(
                "Make less garbage",
                String.format(
                        Locale.ROOT,
                        "%.0f MiB are allocated a second.%s Allocate less there first; a larger heap makes collections rarer.",
                        recorded.jvm().allocation().bytesPerSecond() / MIB,
                        most));
    }
}
