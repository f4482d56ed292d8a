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

/** Says when the machine has no CPU left, who uses it, and how much more would do. */
@Component
final class CpuDetector implements Detector {
    static final String HOST_CPU = "HOST_CPU_SATURATED";

    /** Above it queues grow faster than work: at 85 % a request waits about six times its own time (M/M/1). */
    static final double SATURATED = 0.85;

    /** What a machine is sized for, so that a peak finds room: in the middle of the 50 to 90 % of common autoscalers. */
    static final double SIZED_FOR = 0.7;

    @Override
    public Layer layer() {
        return Layer.INFRASTRUCTURE;
    }

    @Override
    public Detection in(Workload workload) {
        double cpu = workload.series().machineCpuShare().orElse(-1);
        if (cpu < 0) {
            return Detection.unseen(
                    "CPU of the host",
                    "the service exposes no system_cpu_usage, and it runs on another machine",
                    "Add to the target's file: metrics: { prometheus: <URL> }");
        }
        return cpu < SATURATED ? Detection.NOTHING : Detection.of(List.of(finding(workload, cpu)));
    }

    private static Finding finding(Workload workload, double cpu) {
        var series = workload.series();
        int cores = cores(workload);
        double service = series.mean(Metrics.SERVICE_CPU_CORES)
                .orElse(cores * series.mean(Metrics.PROCESS_CPU_SHARE).orElse(0));
        double database = series.mean(Metrics.DATABASE_CPU_CORES)
                .orElse(series.mean(Metrics.RUNNING_SESSIONS).orElse(0));
        double others = Math.max(0, cpu * cores - service - database);
        String uses = String.format(
                Locale.ROOT,
                "of %d CPUs the service uses %.1f, the database %.1f and all else %.1f",
                cores,
                service,
                database,
                others);
        return Finding.observed(
                        "host-cpu",
                        HOST_CPU,
                        Layer.INFRASTRUCTURE,
                        // Half at most: what uses the CPU is the cause, its shortage the symptom.
                        50 * (cpu - SATURATED) / (1 - SATURATED),
                        Confidence.LOW,
                        Effort.ARCHITECTURE,
                        String.format(Locale.ROOT, "The host's CPU is at %.0f %% in the mean: %s", 100 * cpu, uses),
                        Evidence.of("More CPU, or less work: where other findings say which work, they come first."
                                        + (workload.captured().host().loadFromHere()
                                                ? " The load is generated on the same machine, and its CPU counts too."
                                                : ""))
                                .along(Chain.of(workload)
                                        .add(
                                                LinkKind.HOST,
                                                "CPU",
                                                String.format(Locale.ROOT, "%.0f %% busy; %s", 100 * cpu, uses))
                                        .links())
                                .about(List.of("host:cpu")))
                .proposing(new Proposal.CodeAdvice(
                        "Give the service and its database more CPU, if no work can be spared",
                        String.format(
                                Locale.ROOT,
                                "At this load they use %.1f CPUs. Sized so that they are busy for %.0f %% of the time, they need "
                                        + "**%.0f CPUs**; for twice the load as at peak, %.0f.",
                                service + database,
                                100 * SIZED_FOR,
                                Math.ceil((service + database) / SIZED_FOR),
                                Math.ceil(2 * (service + database) / SIZED_FOR))));
    }

    static int cores(Workload workload) {
        int known = workload.captured().host().cores();
        return known > 0
                ? known
                : (int) Math.max(1, workload.series().mean(Metrics.CPU_COUNT).orElse(1));
    }
}
