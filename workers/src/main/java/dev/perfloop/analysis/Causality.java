package dev.perfloop.analysis;

import dev.perfloop.analysis.Finding.Confidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts findings of the same cause together: what is only its consequence becomes a symptom of it.
 *
 * <p>Of two findings about the same statement, table, session or frame, the one further from the hardware is the cause: a missing
 * index makes a sort spill, misses the cache, keeps connections and burns CPU, never the other way round.
 */
final class Causality {
    /** How far down the chain of consequences a kind is; kinds that are not named are causes in their own right. */
    private enum Depth {
        /** Slows down statements that are sound. */
        OUTSIDE(Set.of(
                "ROW_LOCK_CONTENTION",
                "RELATION_LOCK_CONTENTION",
                "ADVISORY_LOCK_CONTENTION",
                "LOCK_CONTENTION",
                "VACUUM_HELD_BACK")),
        CAUSE(Set.of()),
        /** What such a statement is bound to show. Asking less, or less often, is a remedy of its own and no such thing. */
        ASPECT(Set.of(
                "REPORT_AGGREGATE",
                "AUTOVACUUM_BEHIND",
                "BAD_ESTIMATE",
                "SMALL_WORK_MEM",
                "CHATTY_STATEMENT",
                "JIT_COST")),
        SHADOW(Set.of("LARGE_SORT", "SMALL_SHARED_BUFFERS", "INDEX_BLOAT", "LONG_TRANSACTION")),
        /** Shortages: what takes the time is their cause, whatever it is. */
        SHORTAGE(Set.of("POOL_WAIT", "PROCESS_CPU", "THREAD_POOL_EXHAUSTED", "HOST_CPU_SATURATED", "MAX_CONNECTIONS"));

        private final Set<String> kinds;

        Depth(Set<String> kinds) {
            this.kinds = kinds;
        }

        static Depth of(Finding finding) {
            for (var depth : values()) {
                if (depth.kinds.contains(finding.kind())) {
                    return depth;
                }
            }
            return finding.layer() == Layer.INFRASTRUCTURE ? SHORTAGE : CAUSE;
        }
    }

    /** Tables are shared by unrelated statements; only what concerns their upkeep has one cause for the whole table. */
    private static final Set<String> UPKEEP =
            Set.of("VACUUM_HELD_BACK", "AUTOVACUUM_BEHIND", "TABLE_BLOAT", "INDEX_BLOAT");

    /** A cause that explains less than half of what its symptom does is not all of it. */
    private static final double EXPLAINS = 0.5;

    /** A cause of a shortage has to matter itself. */
    private static final double STRONG = 20;

    private Causality() {}

    /** The causes, each with its symptoms; in no order. */
    static List<Finding> merged(List<Finding> findings) {
        List<Finding> ordered = findings.stream()
                .sorted(Comparator.comparingDouble(RootCauses::weight)
                        .reversed()
                        .thenComparing(Finding::id))
                .toList();
        Map<Finding, List<Finding>> symptoms = new LinkedHashMap<>();
        for (var finding : ordered) {
            causeOf(finding, ordered)
                    .ifPresent(cause -> symptoms.computeIfAbsent(cause, it -> new ArrayList<>())
                            .add(finding));
        }
        Set<Finding> explained = new LinkedHashSet<>();
        symptoms.values().forEach(explained::addAll);
        return ordered.stream()
                .filter(finding -> !explained.contains(finding))
                .map(finding -> withSymptoms(finding, all(finding, symptoms)))
                .toList();
    }

    /** True when the finding is no cause but a resource that runs short. */
    static boolean isShortage(Finding finding) {
        return Depth.of(finding) == Depth.SHORTAGE;
    }

    private static Optional<Finding> causeOf(Finding finding, List<Finding> ordered) {
        return ordered.stream().filter(other -> causes(other, finding)).findFirst();
    }

    private static boolean causes(Finding cause, Finding finding) {
        boolean deeper = Depth.of(cause).compareTo(Depth.of(finding)) < 0;
        boolean guess = cause.confidence() == Confidence.LOW && finding.confidence() != Confidence.LOW;
        if (!deeper || guess) {
            return false;
        }
        if (Depth.of(finding) == Depth.SHORTAGE) {
            return cause.confidence() != Confidence.LOW && cause.impact() >= STRONG;
        }
        return cause.impact() >= EXPLAINS * finding.impact() && haveOneSubject(cause, finding);
    }

    private static boolean haveOneSubject(Finding cause, Finding finding) {
        Set<String> subjects = subjects(cause);
        boolean upkeep = UPKEEP.contains(cause.kind()) && UPKEEP.contains(finding.kind());
        String main = main(finding);
        return finding.evidence().subjects().stream()
                        .filter(subject -> subject.startsWith("session:")
                                || subject.startsWith("frame:")
                                || upkeep && subject.startsWith("table:"))
                        .anyMatch(subjects::contains)
                || !main.isEmpty() && subjects.contains(main);
    }

    /** The statement a finding is first of all about. */
    private static String main(Finding finding) {
        var statement = finding.evidence().statement();
        if (statement != null) {
            return "statement:" + statement.queryId();
        }
        return finding.evidence().subjects().stream()
                .filter(subject -> subject.startsWith("statement:"))
                .findFirst()
                .orElse("");
    }

    /** Everything a finding is about, whether its detector named it or only showed the statement. */
    static Set<String> subjects(Finding finding) {
        Set<String> subjects = new LinkedHashSet<>(finding.evidence().subjects());
        if (finding.evidence().statement() instanceof Evidence.Statement statement) {
            subjects.add("statement:" + statement.queryId());
        }
        finding.evidence().otherStatements().forEach(other -> subjects.add("statement:" + other.queryId()));
        return subjects;
    }

    private static List<Finding> all(Finding cause, Map<Finding, List<Finding>> symptoms) {
        List<Finding> found = new ArrayList<>();
        for (var symptom : symptoms.getOrDefault(cause, List.of())) {
            found.add(symptom);
            found.addAll(all(symptom, symptoms));
        }
        return found;
    }

    private static Finding withSymptoms(Finding finding, List<Finding> others) {
        if (others.isEmpty()) {
            return finding;
        }
        List<Evidence.Symptom> symptoms = new ArrayList<>(finding.evidence().symptoms());
        for (var other : others) {
            symptoms.add(new Evidence.Symptom(other.kind(), other.summary(), other.impact()));
            symptoms.addAll(other.evidence().symptoms());
        }
        return finding.resting(finding.evidence().explaining(List.copyOf(symptoms)));
    }
}
