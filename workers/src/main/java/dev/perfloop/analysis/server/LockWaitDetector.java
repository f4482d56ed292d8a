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
import dev.perfloop.analysis.Refused;
import dev.perfloop.analysis.Workload;
import dev.perfloop.profiling.Metrics;
import dev.perfloop.profiling.ServerFacts.LockWait;
import dev.perfloop.profiling.StatementFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what sessions wait for each other for, and names who held it. */
@Component
final class LockWaitDetector implements Detector {
    /** One sampled wait may be chance; ten are not. */
    private static final long FEW = 3;

    private static final long MANY = 10;

    /** A statement is not all waiting: the rest is its work. */
    private static final double AT_MOST = 0.95;

    private static final double WORTH_NAMING = 1;

    @Override
    public Layer layer() {
        return Layer.DATABASE;
    }

    @Override
    public Detection in(Workload workload) {
        Map<String, List<LockWait>> groups = new LinkedHashMap<>();
        for (var wait : workload.captured().server().lockWaits()) {
            groups.computeIfAbsent(LockKind.of(wait) + " " + about(wait), key -> new ArrayList<>())
                    .add(wait);
        }
        List<Finding> findings = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        groups.forEach((key, waits) -> {
            var finding = finding(workload, waits);
            if (finding.impact() >= WORTH_NAMING) {
                findings.add(finding);
            } else {
                refused.add(new Refused(
                        "locks: " + key,
                        "sessions were seen waiting " + total(waits)
                                + " times, which explains next to nothing of what the objectives miss"));
            }
        });
        return Detection.of(findings, refused);
    }

    private static Finding finding(Workload workload, List<LockWait> waits) {
        var first =
                waits.stream().max(Comparator.comparingLong(LockWait::waits)).orElseThrow();
        var kind = LockKind.of(first);
        double waitedMs = total(waits) * sampleMs(workload);
        return Gain.of(
                        Finding.observed(
                                "lock-" + Integer.toHexString((kind + about(first)).hashCode()),
                                kind.word(),
                                Layer.DATABASE,
                                impact(workload, waits),
                                confidence(total(waits)),
                                Effort.COMPLEX,
                                kind.summary(first, total(waits)),
                                evidence(workload, waits, first, kind)),
                        workload,
                        waitedMs,
                        0.3)
                .proposing(kind.advice(first));
    }

    private static Evidence evidence(Workload workload, List<LockWait> waits, LockWait first, LockKind kind) {
        var waiting = statement(workload, first);
        String reason = String.format(
                Locale.ROOT,
                "In %d samples a session waited for a %s that \"%s\" held. The holder was %s, its transaction up to %.1f s old, and "
                        + "had run: %s",
                total(waits),
                kind.lock(),
                first.holder(),
                first.holderState().isBlank() ? "in an unknown state" : first.holderState(),
                first.holderSeconds(),
                first.holderQuery());
        var evidence = waiting.map(it -> Evidence.of(workload, it, reason)).orElseGet(() -> Evidence.of(reason));
        var chain = waiting.map(it -> Chain.of(workload, it))
                .orElseGet(() -> Chain.of(workload).add(LinkKind.STATEMENT, first.waitingQuery(), "waits"));
        if (first.relation() instanceof String relation) {
            chain.add(LinkKind.TABLE, relation, kind.lock() + ", mode " + first.mode());
        }
        chain.add(
                LinkKind.SESSION,
                first.holder(),
                String.format(
                        Locale.ROOT,
                        "%s, for up to %.1f s: %s",
                        first.holderState(),
                        first.holderSeconds(),
                        first.holderQuery()));
        List<String> subjects = new ArrayList<>();
        waits.stream()
                .map(it -> statement(workload, it))
                .flatMap(Optional::stream)
                .map(it -> "statement:" + it.queryId())
                .distinct()
                .forEach(subjects::add);
        subjects.add("session:" + first.holder());
        if (first.relation() instanceof String relation) {
            subjects.add("table:" + relation);
        }
        return evidence.along(chain.links()).about(List.copyOf(subjects));
    }

    private static double impact(Workload workload, List<LockWait> waits) {
        return Math.min(
                100, waits.stream().mapToDouble(it -> impact(workload, it)).sum());
    }

    private static double impact(Workload workload, LockWait wait) {
        double waitedMs = wait.waits() * sampleMs(workload);
        return statement(workload, wait)
                .map(it -> workload.impactOf(it, it.totalMs() <= 0 ? 0 : Math.min(AT_MOST, waitedMs / it.totalMs())))
                .orElseGet(() -> workload.impactOf(waitedMs, List.of()));
    }

    private static Optional<StatementFacts> statement(Workload workload, LockWait wait) {
        return wait.waitingQueryId() instanceof Long id ? workload.statement(id) : Optional.empty();
    }

    private static String about(LockWait wait) {
        return wait.relation() instanceof String relation ? relation : "of " + wait.waitingQueryId();
    }

    private static long total(List<LockWait> waits) {
        return waits.stream().mapToLong(LockWait::waits).sum();
    }

    private static Confidence confidence(long waits) {
        if (waits >= MANY) {
            return Confidence.HIGH;
        }
        return waits >= FEW ? Confidence.MEDIUM : Confidence.LOW;
    }

    /** Time that one sample stands for; a second unless the sampled series tell otherwise. */
    private static double sampleMs(Workload workload) {
        long samples = workload.series().samples().stream()
                .filter(sample -> sample.metric().equals(Metrics.ACTIVE_SESSIONS))
                .count();
        return samples < 2 || workload.seconds() <= 0 ? 1000 : 1000 * workload.seconds() / samples;
    }
}
