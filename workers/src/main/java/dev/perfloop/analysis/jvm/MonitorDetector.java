package dev.perfloop.analysis.jvm;

import dev.perfloop.analysis.Detection;
import dev.perfloop.analysis.Detector;
import dev.perfloop.analysis.Evidence.Link;
import dev.perfloop.analysis.Evidence.LinkKind;
import dev.perfloop.analysis.Finding;
import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Finding.Effort;
import dev.perfloop.analysis.Layer;
import dev.perfloop.analysis.Proposal;
import dev.perfloop.analysis.Refused;
import dev.perfloop.analysis.Workload;
import dev.perfloop.profiling.JvmFacts.Inside;
import dev.perfloop.profiling.JvmFacts.Wait;
import dev.perfloop.profiling.JvmFacts.WaitKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds monitors and locks that requests queue for, and what is done while they are held. */
@Component
final class MonitorDetector implements Detector {
    static final String MONITOR_CONTENTION = "MONITOR_CONTENTION";
    private static final long MANY = 10;

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
        Map<String, List<Wait>> groups = new LinkedHashMap<>();
        recorded.jvm().waits().stream()
                .filter(wait -> wait.kind() == WaitKind.MONITOR || wait.kind() == WaitKind.LOCK)
                .forEach(wait -> groups.computeIfAbsent(wait.on() + " in " + wait.frame(), it -> new ArrayList<>())
                        .add(wait));
        List<Finding> findings = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        groups.forEach((key, waits) -> {
            var entry = Entry.of(workload, waits, Wait::entry, Wait::ms);
            double ms = waits.stream().mapToDouble(Wait::ms).sum();
            double impact = recorded.impact(ms, entry.requests());
            if (impact < Recorded.WORTH_NAMING) {
                refused.add(new Refused(
                        "monitor of " + key,
                        String.format(
                                Locale.ROOT,
                                "waited for %.0f ms in all, next to nothing of what the objectives miss",
                                ms)));
            } else {
                findings.add(finding(recorded, waits, entry, ms, impact));
            }
        });
        return Detection.of(findings, refused);
    }

    private static Finding finding(Recorded recorded, List<Wait> waits, Entry entry, double ms, double impact) {
        var first = waits.getFirst();
        long times = waits.stream().mapToLong(Wait::times).sum();
        double longest = waits.stream().mapToDouble(Wait::longestMs).max().orElse(0);
        String inside = inside(recorded, first.frame());
        String what = first.kind() == WaitKind.MONITOR ? "the monitor of " : "the lock ";
        String shows = String.format(
                Locale.ROOT,
                "%d waits for %s%s, %.0f ms in all, %.0f ms at most",
                times,
                what,
                first.on(),
                ms,
                longest);
        var evidence = recorded.evidence(
                entry,
                first.frame(),
                shows,
                shows + ". "
                        + (inside.isEmpty()
                                ? "What it is held for was not seen."
                                : "Inside it were seen: " + inside + "."));
        List<Link> chain = new ArrayList<>(evidence.chain());
        if (!inside.isEmpty()) {
            chain.add(new Link(LinkKind.FRAME, "inside " + Recorded.brief(first.frame()), inside, null));
        }
        return recorded.gaining(
                        Finding.observed(
                                "monitor-" + Integer.toHexString((first.on() + first.frame()).hashCode()),
                                MONITOR_CONTENTION,
                                Layer.APPLICATION,
                                impact,
                                times >= MANY ? Confidence.HIGH : Confidence.MEDIUM,
                                Effort.COMPLEX,
                                String.format(
                                        Locale.ROOT,
                                        "Requests queue for %s%s in %s",
                                        what,
                                        Recorded.brief(first.on()),
                                        Recorded.brief(first.frame())),
                                evidence.along(List.copyOf(chain))),
                        ms,
                        0.5,
                        1)
                .proposing(new Proposal.CodeAdvice(
                        "Hold " + what + Recorded.brief(first.on()) + " for less",
                        "Only one thread at a time gets through `" + first.frame() + "`. "
                                + (inside.isEmpty() ? "" : "It is held for: " + inside + ". Move that out of it. ")
                                + "Guard only the shared state itself, or replace it by a concurrent one (`AtomicLong`, "
                                + "`ConcurrentHashMap`, one lock for each key)."));
    }

    private static String inside(Recorded recorded, String frame) {
        List<Inside> seen = recorded.jvm().inside().stream()
                .filter(it -> it.frame().equals(frame))
                .toList();
        return seen.stream()
                .limit(3)
                .map(it -> String.format(Locale.ROOT, "%s (%.0f ms)", it.deed().toLowerCase(Locale.ROOT), it.ms()))
                .collect(Collectors.joining(", "));
    }
}
