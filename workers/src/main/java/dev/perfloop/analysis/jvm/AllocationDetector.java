package dev.perfloop.analysis.jvm;

import dev.perfloop.analysis.Detection;
import dev.perfloop.analysis.Detector;
import dev.perfloop.analysis.Finding;
import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Finding.Effort;
import dev.perfloop.analysis.Layer;
import dev.perfloop.analysis.Proposal;
import dev.perfloop.analysis.Refused;
import dev.perfloop.analysis.Workload;
import dev.perfloop.profiling.JvmFacts.HotCode;
import dev.perfloop.profiling.JvmFacts.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds own code whose CPU goes into making garbage. */
@Component
final class AllocationDetector implements Detector {
    static final String ALLOCATION_PRESSURE = "ALLOCATION_PRESSURE";
    private static final double MIB = 1 << 20;

    /**
     * A core fills and clears memory at 1 to 4 GiB/s; code that writes half of one in each second of its CPU does little else.
     */
    private static final double BOUND_BYTES_PER_CPU_SECOND = 512 * MIB;

    /** Below this rate a young collection a second or fewer is due, whatever the heap. */
    private static final double MUCH = 100 * MIB;

    private static final double MOSTLY = 0.3;
    private static final int MANY = 50;

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
        Map<String, List<Site>> byFrame = recorded.jvm().allocation().sites().stream()
                .filter(site -> !site.frame().isEmpty())
                .collect(Collectors.groupingBy(Site::frame));
        List<Finding> findings = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        byFrame.forEach((frame, sites) -> {
            double ms = recorded.cpuMs(samples(recorded, frame));
            if (!allocates(recorded, frame, ms)) {
                return;
            }
            var entry = Entry.of(workload, sites, Site::entry, Site::bytesPerSecond);
            double all = ms + recorded.jvm().garbage().pauseShare() * workload.serviceMs();
            double impact = recorded.impact(all, entry.requests());
            if (impact < Recorded.WORTH_NAMING) {
                refused.add(new Refused(
                        "allocation of " + Recorded.brief(frame),
                        "it takes next to nothing of what the objectives miss"));
            } else {
                findings.add(finding(recorded, frame, sites, entry, ms, impact));
            }
        });
        return Detection.of(findings, refused);
    }

    /** True when what a method does is mostly allocating. */
    static boolean allocates(Recorded recorded, String frame, double cpuMs) {
        var allocation = recorded.jvm().allocation();
        double bytes = allocation.sites().stream()
                .filter(site -> site.frame().equals(frame))
                .mapToDouble(Site::bytesPerSecond)
                .sum();
        double cpuSeconds =
                Math.max(0.001, cpuMs / 1000 / Math.max(1, recorded.jvm().seconds()));
        return bytes >= MUCH
                && bytes >= MOSTLY * allocation.bytesPerSecond()
                && bytes / cpuSeconds >= BOUND_BYTES_PER_CPU_SECOND;
    }

    private static long samples(Recorded recorded, String frame) {
        return recorded.jvm().hot().stream()
                .filter(hot -> hot.frame().equals(frame))
                .mapToLong(HotCode::samples)
                .sum();
    }

    private static Finding finding(
            Recorded recorded, String frame, List<Site> sites, Entry entry, double ms, double impact) {
        double bytes = sites.stream().mapToDouble(Site::bytesPerSecond).sum();
        var garbage = recorded.jvm().garbage();
        String types = sites.stream()
                .map(Site::type)
                .distinct()
                .limit(3)
                .map(Recorded::brief)
                .collect(Collectors.joining(", "));
        String shows = String.format(
                Locale.ROOT,
                "%.0f MiB/s of %s, %.0f %% of all that is allocated, and %.1f ms of CPU a request",
                bytes / MIB,
                types,
                100 * bytes / recorded.jvm().allocation().bytesPerSecond(),
                recorded.msPerRequest(ms, entry.requests()));
        return recorded.gaining(
                        Finding.observed(
                                "allocation-" + Integer.toHexString(frame.hashCode()),
                                ALLOCATION_PRESSURE,
                                Layer.APPLICATION,
                                impact,
                                samples(recorded, frame) >= MANY ? Confidence.HIGH : Confidence.MEDIUM,
                                Effort.COMPLEX,
                                String.format(
                                        Locale.ROOT,
                                        "%s allocates %.0f MiB a second",
                                        Recorded.brief(frame),
                                        bytes / MIB),
                                recorded.evidence(
                                        entry,
                                        frame,
                                        shows,
                                        String.format(
                                                Locale.ROOT,
                                                "%s. %d collections paused the service for %.1f %% of the time, %.0f ms at most.",
                                                shows,
                                                garbage.collections(),
                                                100 * garbage.pauseShare(),
                                                garbage.longestMs()))),
                        ms,
                        0.3,
                        0.9)
                .proposing(new Proposal.CodeAdvice(
                        "Allocate less in " + Recorded.brief(frame),
                        "`" + frame + "` makes " + types
                                + " only to throw them away. Build text with one StringBuilder instead of "
                                + "`+=`, stream instead of collecting, size collections, or keep the result. A larger heap only "
                                + "spaces the collections out."));
    }
}
