package dev.perfloop.analysis.jvm;

import dev.perfloop.analysis.Detection;
import dev.perfloop.analysis.Detector;
import dev.perfloop.analysis.Finding;
import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Finding.Effort;
import dev.perfloop.analysis.Layer;
import dev.perfloop.analysis.Proposal;
import dev.perfloop.analysis.Refused;
import dev.perfloop.analysis.Workload;
import dev.perfloop.profiling.JvmFacts.Wait;
import dev.perfloop.profiling.JvmFacts.WaitKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Finds requests that wait for the answers of other services. */
@Component
final class DownstreamDetector implements Detector {
    static final String SLOW_DOWNSTREAM = "SLOW_DOWNSTREAM_CALL";
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
                .filter(wait -> wait.kind() == WaitKind.DOWNSTREAM)
                .forEach(wait -> groups.computeIfAbsent(wait.on() + " " + wait.frame(), it -> new ArrayList<>())
                        .add(wait));
        List<Finding> findings = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        groups.forEach((key, waits) -> {
            var first = waits.getFirst();
            var entry = Entry.of(workload, waits, Wait::entry, Wait::ms);
            double ms = waits.stream().mapToDouble(Wait::ms).sum();
            double impact = recorded.impact(ms, entry.requests());
            String subject = "calls to " + first.on() + " in " + Recorded.brief(first.frame());
            if (impact < Recorded.WORTH_NAMING) {
                refused.add(new Refused(
                        subject,
                        String.format(
                                Locale.ROOT,
                                "waited for %.0f ms in all, next to nothing of what the objectives miss",
                                ms)));
            } else if (first.inTransaction()
                    && HeldConnections.of(recorded, workload).matters()) {
                refused.add(
                        new Refused(subject, "the connections held meanwhile are what the other requests wait for"));
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
        String shows = String.format(
                Locale.ROOT,
                "%d downstream calls by %s took %.0f ms in the mean, %.0f ms at most, %.1f ms a request",
                times,
                first.on(),
                ms / Math.max(1, times),
                longest,
                recorded.msPerRequest(ms, entry.requests()));
        return recorded.gaining(
                        Finding.observed(
                                "downstream-" + Integer.toHexString((first.on() + first.frame()).hashCode()),
                                SLOW_DOWNSTREAM,
                                Layer.APPLICATION,
                                impact,
                                times >= MANY ? Confidence.HIGH : Confidence.MEDIUM,
                                Effort.COMPLEX,
                                String.format(
                                        Locale.ROOT,
                                        "%s waits for a downstream service (%s): %.0f ms a call",
                                        Recorded.brief(first.frame()),
                                        first.on(),
                                        ms / Math.max(1, times)),
                                recorded.evidence(entry, first.frame(), shows, shows + ".")),
                        ms,
                        0.3,
                        1)
                .proposing(new Proposal.CodeAdvice(
                        "Do not wait for the other service in " + Recorded.brief(first.frame()),
                        "`" + first.frame() + "` waits for " + first.on()
                                + " in each request. Keep the answer for as long as it "
                                + "may be old, ask while other work goes on, ask once for many, or answer first and ask later. Set "
                                + "a timeout in any case. If that service is yours, it is the one to look at next."));
    }
}
