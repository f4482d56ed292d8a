package dev.perfloop.analysis;

import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Finding.Effort;
import dev.perfloop.profiling.Metrics;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Reports whether the host has CPU left, as far as the service's metrics say. */
@Component
final class HostCpuDetector implements Detector {
    static final String HOST_CPU = "HOST_CPU_SATURATED";
    static final double SATURATED = 0.85;

    @Override
    public Layer layer() {
        return Layer.INFRASTRUCTURE;
    }

    @Override
    public Detection in(Workload workload) {
        if (workload.series().mean(Metrics.SYSTEM_CPU_SHARE).isEmpty()) {
            return Detection.unseen(
                    "CPU of the host",
                    "the service exposes no system_cpu_usage",
                    "Add to the target's file: metrics: { prometheus: <URL> }");
        }
        double cpu = workload.series().mean(Metrics.SYSTEM_CPU_SHARE).orElse(0);
        if (cpu < SATURATED) {
            return Detection.NOTHING;
        }
        return Detection.of(List.of(Finding.observed(
                "host-cpu",
                HOST_CPU,
                Layer.INFRASTRUCTURE,
                // Half at most: what uses the CPU is the cause, its shortage the symptom.
                50 * (cpu - SATURATED) / (1 - SATURATED),
                Confidence.LOW,
                Effort.ARCHITECTURE,
                String.format(Locale.ROOT, "The host's CPU is at %.0f %% in the mean", 100 * cpu),
                Evidence.of(String.format(
                        Locale.ROOT,
                        "%.1f database sessions were on a CPU in the mean, and the service's process used %.0f %%. More CPU, or "
                                + "less work: the findings above say which work. On a shared machine the load generator counts too.",
                        workload.series().mean(Metrics.RUNNING_SESSIONS).orElse(0),
                        100 * workload.series().mean(Metrics.PROCESS_CPU_SHARE).orElse(0))))));
    }
}
