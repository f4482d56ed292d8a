package dev.perfloop.optimization;

import dev.perfloop.analysis.Finding;
import dev.perfloop.analysis.Proposal;
import dev.perfloop.change.Change;
import dev.perfloop.change.CreateIndex;
import dev.perfloop.change.DropIndex;
import dev.perfloop.change.IndexKey;
import dev.perfloop.change.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns findings into changes and puts the quick wins first, those that give most for what they cost ahead. */
final class ChangeOrder {
    /** So that a change that costs next to nothing does not come ahead of everything. */
    private static final double LEAST_SECONDS = 1;

    private ChangeOrder() {}

    static List<PlannedChange> of(List<Finding> proposable) {
        Map<Change, PlannedChange> distinct = new LinkedHashMap<>();
        for (var finding : proposable) {
            if (finding.proposal() instanceof Proposal proposal) {
                change(proposal)
                        .ifPresent(change -> distinct.putIfAbsent(
                                change, new PlannedChange(finding, change, BuildEstimate.of(finding.evidence()))));
            }
        }
        List<PlannedChange> ordered = new ArrayList<>(distinct.values());
        ordered.sort(Comparator.comparing((PlannedChange it) -> it.finding().effort())
                .thenComparing(
                        Comparator.comparingDouble(ChangeOrder::gainPerCost).reversed())
                .thenComparingInt(it -> it.finding().rank()));
        return ordered;
    }

    private static double gainPerCost(PlannedChange planned) {
        return planned.finding().impact() / (LEAST_SECONDS + planned.estimate().secondsHigh());
    }

    /** Empty where a person has to act. */
    static Optional<Change> change(@Nullable Proposal proposal) {
        return switch (proposal) {
            case null -> Optional.empty();
            case Proposal.CreateIndex index ->
                Optional.of(new CreateIndex(
                        new TableName(index.schema(), index.table()),
                        index.columns().stream().map(ChangeOrder::key).toList(),
                        index.method(),
                        index.include(),
                        index.predicate()));
            case Proposal.DropIndex drop ->
                Optional.of(new DropIndex(new TableName(drop.schema(), drop.table()), drop.index(), drop.definition()));
            case Proposal.RefreshStatistics notYet -> Optional.empty();
            case Proposal.SetParameter notYet -> Optional.empty();
            case Proposal.CodeAdvice byHand -> Optional.empty();
        };
    }

    private static IndexKey key(Proposal.Column column) {
        return new IndexKey(
                column.expression(),
                "DESC".equals(column.direction()),
                Boolean.TRUE.equals(column.computed()),
                column.opclass());
    }
}
