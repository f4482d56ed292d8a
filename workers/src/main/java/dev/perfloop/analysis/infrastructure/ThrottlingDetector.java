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
import dev.perfloop.analysis.Proposal.Tuning;
import dev.perfloop.analysis.Workload;
import dev.perfloop.profiling.HostFacts.Processes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says when a control group holds the service or the database back although the machine has CPU left. */
@Component
final class ThrottlingDetector implements Detector {
    static final String CPU_THROTTLED = "CPU_THROTTLED";

    private static final String SERVICE = "the service";
    private static final Tuning ONE_MORE = new Tuning(Tuning.Knob.INSTANCES, null);

    /** A twentieth of the periods shows at p95. */
    private static final double OFTEN = 0.05;

    @Override
    public Layer layer() {
        return Layer.INFRASTRUCTURE;
    }

    @Override
    public Detection in(Workload workload) {
        List<Finding> findings = new ArrayList<>();
        var host = workload.captured().host();
        add(workload, SERVICE, host.service(), findings);
        add(workload, "the database", host.database(), findings);
        return Detection.of(findings);
    }

    private static void add(Workload workload, String who, @Nullable Processes processes, List<Finding> findings) {
        if (processes == null
                || !(processes.throttledShare() instanceof Double throttled)
                || !(processes.cpuLimit() instanceof Double limit)
                || throttled < OFTEN) {
            return;
        }
        String shows = String.format(
                Locale.ROOT, "held back in %.0f %% of the periods at a limit of %.2g CPUs", 100 * throttled, limit);
        findings.add(Finding.observed(
                        "throttled-" + who.replace("the ", ""),
                        CPU_THROTTLED,
                        Layer.INFRASTRUCTURE,
                        Math.min(100, 100 * throttled),
                        Confidence.MEDIUM,
                        Effort.QUICK,
                        "The container of " + who + " is " + shows,
                        Evidence.of(
                                        "A group that has used up its share of a period stands still until the next one begins, with "
                                                + "every request in it, whether the machine is busy or not.")
                                .along(Chain.of(workload)
                                        .add(LinkKind.HOST, who, shows)
                                        .links())
                                .about(List.of("host:cpu")))
                .proposing(new Proposal.CodeAdvice(
                                "Raise the CPU limit of " + who,
                                String.format(
                                        Locale.ROOT,
                                        "It used %.2g CPUs in the mean. Set the limit to **%.0f** or more (cpu.max; `resources.limits.cpu`), or "
                                                + "leave it unlimited and keep the request.",
                                        processes.cpuCores(),
                                        Math.ceil(Math.max(limit * 1.5, processes.cpuCores() / CpuDetector.SIZED_FOR))))
                        .or(who.equals(SERVICE) ? ONE_MORE : null)));
    }
}
