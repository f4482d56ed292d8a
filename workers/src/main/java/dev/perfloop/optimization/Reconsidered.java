package dev.perfloop.optimization;

import dev.perfloop.analysis.Evidence;
import dev.perfloop.analysis.Evidence.Trial;
import dev.perfloop.analysis.Finding;
import dev.perfloop.change.CreateIndex;
import dev.perfloop.optimization.pricing.IndexSet;
import dev.perfloop.optimization.pricing.IndexSet.Member;
import dev.perfloop.optimization.pricing.IndexSet.Proposed;
import dev.perfloop.optimization.pricing.IndexSet.Told;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A finding's proposal in the light of what the planner would do. */
record Reconsidered(IndexSet set) {
    /** A tenth of a statement's planned cost is within what planned costs are worth. */
    private static final double WORTH = 0.9;

    /** The index a finding proposes, if it proposes one. */
    static Stream<CreateIndex> index(Finding finding) {
        return ChangeOrder.change(finding.proposal()).stream()
                .filter(CreateIndex.class::isInstance)
                .map(CreateIndex.class::cast);
    }

    /** The same finding where nothing could be tried. */
    Finding of(Finding finding) {
        return index(finding)
                .flatMap(index -> set.proposal(index).stream())
                .filter(Proposed::possible)
                .findFirst()
                .map(proposed -> tried(finding, proposed))
                .orElse(finding);
    }

    private Finding tried(Finding finding, Proposed proposed) {
        Optional<Told> served = statements(finding)
                .filter(told -> told.after() <= WORTH * told.before())
                .filter(told -> set.serving(told.queryId(), proposed.index()).isPresent())
                .findFirst();
        if (served.isPresent()) {
            Member member =
                    set.serving(served.get().queryId(), proposed.index()).orElseThrow();
            return noted(finding, served.get(), use(member, proposed)).proposing(Proposals.of(member.index()));
        }
        return statements(finding)
                .findFirst()
                .map(told -> noted(finding, told, why(proposed)).proposing(null))
                .orElse(finding);
    }

    private Stream<Told> statements(Finding finding) {
        return Stream.concat(
                        Stream.ofNullable(finding.evidence().statement()),
                        finding.evidence().otherStatements().stream())
                .map(Evidence.Statement::queryId)
                .flatMap(id -> set.of(id).stream());
    }

    private static String use(Member member, Proposed proposed) {
        return member.index().equals(proposed.index())
                ? "The planner uses it."
                : "The planner uses this one, which serves all statements together better than "
                        + proposed.index().definition() + ".";
    }

    private String why(Proposed proposed) {
        var dropped = set.droppedFor(proposed.index());
        if (dropped.isPresent()) {
            return "It was tried and taken out: " + dropped.get().why() + ".";
        }
        return proposed.used()
                ? "The planner would use it, but beside the others it does not earn its storage and upkeep: it is not proposed."
                : "The planner does not use it: it is not proposed.";
    }

    private Finding noted(Finding finding, Told told, String note) {
        String run = set.measuredOf(told.queryId())
                .map(ms -> String.format(
                        Locale.ROOT,
                        " Run on a copy of a part of the tables: %.2f ms without, %.2f ms with the proposed indexes.",
                        ms.beforeMs(),
                        ms.afterMs()))
                .orElse("");
        return finding.resting(finding.evidence()
                .tried(new Trial(set.how(), "planner cost", told.before(), told.after(), note + run)));
    }
}
