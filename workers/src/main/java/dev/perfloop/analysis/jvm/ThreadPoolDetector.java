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
import dev.perfloop.profiling.JvmFacts.Wait;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says when all threads that serve requests are taken: a symptom of what they are taken for. */
@Component
final class ThreadPoolDetector implements Detector {
    static final String THREAD_POOL_EXHAUSTED = "THREAD_POOL_EXHAUSTED";

    @Override
    public Layer layer() {
        return Layer.APPLICATION;
    }

    @Override
    public Detection in(Workload workload) {
        if (Recorded.missing(workload)) {
            return Recorded.unseen(workload);
        }
        var jvm = workload.captured().jvm();
        var full = jvm.fullGroup();
        if (full.isEmpty()) {
            return Detection.NOTHING;
        }
        var group = full.get();
        double waiting = jvm.waits().stream().mapToDouble(Wait::ms).sum();
        String taken = jvm.waits().stream()
                .sorted(Comparator.comparingDouble(Wait::ms).reversed())
                .limit(3)
                .map(wait -> String.format(
                        Locale.ROOT,
                        "%s %s in %s (%.0f %%)",
                        wait.kind().name().toLowerCase(Locale.ROOT),
                        wait.on(),
                        Recorded.brief(wait.frame()),
                        100 * wait.ms() / Math.max(1, waiting)))
                .collect(Collectors.joining("; "));
        String shows = String.format(
                Locale.ROOT,
                "%d threads \"%s\", all taken at %.0f %% of %d looks",
                group.threads(),
                group.name(),
                100 * group.full(),
                group.looks());
        return Detection.of(List.of(Finding.observed(
                        "thread-pool-" + Integer.toHexString(group.name().hashCode()),
                        THREAD_POOL_EXHAUSTED,
                        Layer.APPLICATION,
                        workload.objectivesMet() ? 0 : 60 * group.full(),
                        Confidence.MEDIUM,
                        Effort.COMPLEX,
                        "All " + group.threads() + " threads that serve requests are taken",
                        Evidence.of(shows + "; requests queue for one. "
                                        + (taken.isEmpty() ? "" : "They wait for: " + taken + "."))
                                .along(Chain.of(workload)
                                        .add(LinkKind.METRIC, group.name(), shows)
                                        .links())
                                .about(List.of("threads")))
                .proposing(new Proposal.CodeAdvice(
                                "Take threads for less",
                                "What the threads wait for comes first"
                                        + (taken.isEmpty() ? "" : ": " + taken)
                                        + ". Where they only wait for others, virtual threads (`spring.threads.virtual.enabled=true`) or a "
                                        + "larger pool let more requests in; neither makes a request faster.")
                        .or(new Proposal.Tuning(
                                Proposal.Tuning.Knob.THREADS, Integer.toString(2 * group.threads()))))));
    }
}
