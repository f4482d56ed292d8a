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
import dev.perfloop.analysis.Workload;
import dev.perfloop.profiling.JvmFacts.HotCode;
import dev.perfloop.profiling.Metrics;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says when the service itself keeps the CPU busy: a symptom of whatever code it runs. */
@Component
final class ProcessCpuDetector implements Detector {
    static final String PROCESS_CPU = "PROCESS_CPU";
    private static final double BUSY_CPU = 0.7;

    @Override
    public Layer layer() {
        return Layer.APPLICATION;
    }

    @Override
    public Detection in(Workload workload) {
        var jvm = workload.captured().jvm();
        double cpu = workload.series().mean(Metrics.PROCESS_CPU_SHARE).orElse(jvm.cpuShare());
        if (cpu < BUSY_CPU) {
            return Detection.NOTHING;
        }
        String code =
                jvm.hot().stream().limit(3).map(hot -> said(hot, jvm.samples())).collect(Collectors.joining("; "));
        String summary = String.format(Locale.ROOT, "The service itself uses %.0f %% of the CPU", 100 * cpu);
        return Detection.of(List.of(Finding.observed(
                "process-cpu",
                PROCESS_CPU,
                Layer.APPLICATION,
                workload.objectivesMet() ? 0 : Math.min(100, 100 * cpu * (1 - workload.databaseShare())),
                Confidence.LOW,
                Effort.COMPLEX,
                summary,
                Evidence.of(
                                code.isEmpty()
                                        ? "Which code uses it was not seen: " + jvm.unseen() + "."
                                        : "Most of it goes into: " + code + ".")
                        .along(Chain.of(workload)
                                .add(LinkKind.METRIC, "CPU of the process", summary)
                                .links())
                        .about(List.of("process")))));
    }

    private static String said(HotCode hot, long samples) {
        String where = hot.frame().isEmpty() ? hot.library() : Recorded.brief(hot.frame());
        return String.format(
                Locale.ROOT,
                "%s (%.0f %%)",
                where.isEmpty() ? Recorded.brief(hot.hottest()) : where,
                100.0 * hot.samples() / Math.max(1, samples));
    }
}
