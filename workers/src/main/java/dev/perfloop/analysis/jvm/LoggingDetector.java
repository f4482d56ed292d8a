package dev.perfloop.analysis.jvm;

import dev.perfloop.analysis.Detection;
import dev.perfloop.analysis.Detector;
import dev.perfloop.analysis.Finding;
import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Finding.Effort;
import dev.perfloop.analysis.Layer;
import dev.perfloop.analysis.Proposal;
import dev.perfloop.analysis.Workload;
import dev.perfloop.profiling.JvmFacts.HotCode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Finds services whose CPU goes into writing their log. */
@Component
final class LoggingDetector implements Detector {
    static final String EXCESSIVE_LOGGING = "EXCESSIVE_LOGGING";

    /** A log is there to be read; it is not worth a tenth of the CPU. */
    private static final double MUCH = 0.1;

    private static final long ENOUGH = 30;

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
        List<HotCode> logging =
                recorded.jvm().hot().stream().filter(hot -> hot.logging() > 0).toList();
        long samples = logging.stream().mapToLong(HotCode::logging).sum();
        double share = (double) samples / Math.max(1, recorded.jvm().samples());
        double ms = recorded.cpuMs(samples);
        double impact = recorded.impact(ms, List.of());
        if (samples < ENOUGH || share < MUCH || impact < Recorded.WORTH_NAMING) {
            return Detection.NOTHING;
        }
        var most =
                logging.stream().max(Comparator.comparingLong(HotCode::logging)).orElseThrow();
        String frame = most.frame().isEmpty() ? most.hottest() : most.frame();
        String shows =
                String.format(Locale.ROOT, "%.0f %% of the CPU is used for logging, most of it from here", 100 * share);
        return Detection.of(List.of(recorded.gaining(
                        Finding.observed(
                                "logging",
                                EXCESSIVE_LOGGING,
                                Layer.APPLICATION,
                                impact,
                                Confidence.MEDIUM,
                                Effort.QUICK,
                                String.format(
                                        Locale.ROOT,
                                        "Logging takes %.0f %% of the service's CPU, most of it from %s",
                                        100 * share,
                                        Recorded.brief(frame)),
                                recorded.evidence(Entry.of(workload, most.entry()), frame, shows, shows + ".")),
                        ms,
                        0.5,
                        1)
                .proposing(new Proposal.CodeAdvice(
                        "Log less in " + Recorded.brief(frame),
                        "Raise the level of the loggers that are used in each request, or log once for many. Leave caller data "
                                + "(`%L`, `%M`, `%caller`) out of the pattern; it walks the stack each time."))));
    }
}
