package dev.perfloop.analysis;

import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Finding.Effort;
import dev.perfloop.profiling.Metrics;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Says when the service itself keeps the CPU busy. */
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
        double cpu = workload.series().mean(Metrics.PROCESS_CPU_SHARE).orElse(0);
        if (cpu < BUSY_CPU) {
            return Detection.NOTHING;
        }
        return Detection.of(List.of(Finding.observed(
                "process-cpu",
                PROCESS_CPU,
                Layer.APPLICATION,
                100 * cpu * (1 - workload.databaseShare()),
                Confidence.LOW,
                Effort.COMPLEX,
                String.format(Locale.ROOT, "The service itself uses %.0f %% of the CPU", 100 * cpu),
                Evidence.of("Which code uses it was not looked at: that needs a JFR recording."))));
    }
}
