package dev.perfloop.analysis.server;

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
import dev.perfloop.profiling.StatementFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Finds statements that take longer to compile than compiling saves. */
@Component
final class JitDetector implements Detector {
    static final String JIT_COST = "JIT_COST";

    /** Share of a statement's time. */
    private static final double MUCH = 0.2;

    private static final double WORTH_NAMING = 1;

    @Override
    public Layer layer() {
        return Layer.DATABASE;
    }

    @Override
    public Detection in(Workload workload) {
        List<StatementFacts> compiled = workload.profile().statements().stream()
                .filter(it -> it.totalMs() > 0 && it.details().jitMs() >= MUCH * it.totalMs())
                .sorted(Comparator.comparingDouble(
                                (StatementFacts it) -> it.details().jitMs())
                        .reversed())
                .toList();
        double impact = Math.min(
                100,
                compiled.stream()
                        .mapToDouble(it -> workload.impactOf(it, share(it)))
                        .sum());
        return impact < WORTH_NAMING ? Detection.NOTHING : Detection.of(List.of(finding(workload, compiled, impact)));
    }

    private static double share(StatementFacts statement) {
        return Math.min(1, statement.details().jitMs() / statement.totalMs());
    }

    private static Finding finding(Workload workload, List<StatementFacts> compiled, double impact) {
        var first = compiled.getFirst();
        double jitMs = compiled.stream().mapToDouble(it -> it.details().jitMs()).sum();
        List<String> subjects = new ArrayList<>();
        compiled.forEach(it -> subjects.add("statement:" + it.queryId()));
        subjects.add("setting:jit");
        return Gain.of(
                        Finding.observed(
                                "jit-cost",
                                JIT_COST,
                                Layer.DATABASE,
                                impact,
                                Confidence.HIGH,
                                Effort.QUICK,
                                String.format(
                                        Locale.ROOT,
                                        "Compiling (jit) takes %.0f %% of the time of %d statements",
                                        100
                                                * jitMs
                                                / compiled.stream()
                                                        .mapToDouble(StatementFacts::totalMs)
                                                        .sum(),
                                        compiled.size()),
                                Evidence.of(
                                                workload,
                                                first,
                                                String.format(
                                                        Locale.ROOT,
                                                        "Of %.1f ms a call, %.1f ms went into compiling the statement anew. It is compiled since the "
                                                                + "planner thinks it costs more than jit_above_cost; such estimates are often far "
                                                                + "too high for partitions and joins.",
                                                        first.meanMs(),
                                                        first.details().jitMs() / first.calls()))
                                        .along(Chain.of(workload, first)
                                                .add(LinkKind.SETTING, "jit", "on")
                                                .links())
                                        .about(List.copyOf(subjects))),
                        workload,
                        jitMs,
                        0.6)
                .proposing(new Proposal.SetParameter("jit", "off", "on", false));
    }
}
