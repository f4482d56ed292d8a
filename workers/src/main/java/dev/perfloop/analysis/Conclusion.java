package dev.perfloop.analysis;

import dev.perfloop.analysis.Evidence.LinkKind;
import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Finding.Effort;
import dev.perfloop.profiling.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What remains to be said when no cause was found: that the service is at capacity without any waste, or that the gap is not
 * explained, and what was not looked at. Neither is a claim to act on.
 */
final class Conclusion {
    static final String AT_CAPACITY = "AT_CAPACITY";
    static final String UNEXPLAINED = "UNEXPLAINED";
    private static final Set<String> OURS = Set.of(AT_CAPACITY, UNEXPLAINED);

    /** Above this share of a resource answers get slower by queueing alone: five times at 80 % (M/M/1). */
    private static final double SATURATED = 0.8;

    /** Causes that together weigh less explain nothing. */
    private static final double EXPLAINS = 10;

    private static final int MOST_NAMED = 8;

    private Conclusion() {}

    /**
     * @param ranked with the conclusion of an earlier attempt, if there was one
     * @param unseen what was not looked at, and why
     */
    static List<Finding> of(List<Finding> findings, Workload workload, List<String> unseen) {
        List<Finding> found =
                findings.stream().filter(it -> !OURS.contains(it.kind())).toList();
        var ranked = RootCauses.ranked(found);
        double explained = ranked.stream()
                .filter(Conclusion::isAnswer)
                .mapToDouble(RootCauses::weight)
                .sum();
        if (workload.objectivesMet() || explained >= EXPLAINS) {
            return ranked;
        }
        List<String> saturated = saturated(workload, ranked);
        List<Finding> all = new ArrayList<>(found);
        if (saturated.isEmpty()) {
            all.add(unexplained(workload, unseen));
            return RootCauses.ranked(all);
        }
        List<Finding> shortages = ranked.stream().filter(Causality::isShortage).toList();
        all.removeIf(Causality::isShortage);
        all.add(atCapacity(workload, saturated, shortages, unseen));
        return RootCauses.ranked(all);
    }

    /** A pool that is too small for sound statements is the answer; a machine that is too small is a conclusion. */
    private static boolean isAnswer(Finding finding) {
        return !Causality.isShortage(finding)
                || finding.layer() != Layer.INFRASTRUCTURE && finding.confidence() != Confidence.LOW;
    }

    private static List<String> saturated(Workload workload, List<Finding> ranked) {
        List<String> saturated = new ArrayList<>();
        var series = workload.series();
        share(series.machineCpuShare(), "the host's CPU", saturated);
        share(series.mean(Metrics.PROCESS_CPU_SHARE), "the CPU the service may use", saturated);
        ranked.stream()
                .filter(it -> Causality.isShortage(it) && it.impact() >= EXPLAINS)
                .map(Finding::summary)
                .forEach(saturated::add);
        return saturated;
    }

    private static void share(OptionalDouble share, String name, List<String> saturated) {
        if (share.orElse(0) >= SATURATED) {
            saturated.add(String.format(Locale.ROOT, "%s at %.0f %%", name, 100 * share.getAsDouble()));
        }
    }

    private static Finding atCapacity(
            Workload workload, List<String> saturated, List<Finding> shortages, List<String> unseen) {
        var chain = Chain.of(workload);
        saturated.forEach(it -> chain.add(LinkKind.HOST, it, "saturated"));
        var evidence = Evidence.of(
                        "The work that is asked for fills what there is, and none of it was found to be wasted. More "
                                + "resources, or less work asked for, are what is left." + notLookedAt(unseen))
                .along(chain.links())
                .about(List.of("host"))
                .explaining(shortages.stream()
                        .map(it -> new Evidence.Symptom(it.kind(), it.summary(), it.impact()))
                        .toList());
        return Finding.observed(
                        "at-capacity",
                        AT_CAPACITY,
                        Layer.INFRASTRUCTURE,
                        100,
                        Confidence.LOW,
                        Effort.ARCHITECTURE,
                        "At capacity, no waste found: " + String.join("; ", saturated),
                        evidence)
                .proposing(shortages.stream()
                        .map(Finding::proposal)
                        .filter(Proposal.CodeAdvice.class::isInstance)
                        .findFirst()
                        .orElse(null));
    }

    private static Finding unexplained(Workload workload, List<String> unseen) {
        return Finding.observed(
                "unexplained",
                UNEXPLAINED,
                Layer.APPLICATION,
                100,
                Confidence.LOW,
                Effort.ARCHITECTURE,
                "Nothing that was looked at explains why the objectives are missed",
                Evidence.of(String.format(
                                Locale.ROOT,
                                "%.0f %% of the requests' time is database time, and no statement was found to be at fault.%s",
                                100 * workload.databaseShare(),
                                notLookedAt(unseen)))
                        .along(Chain.of(workload).links()));
    }

    private static String notLookedAt(List<String> unseen) {
        if (unseen.isEmpty()) {
            return "";
        }
        return " Not looked at: "
                + String.join("; ", unseen.stream().limit(MOST_NAMED).toList())
                + (unseen.size() > MOST_NAMED ? " and " + (unseen.size() - MOST_NAMED) + " more" : "") + ".";
    }
}
