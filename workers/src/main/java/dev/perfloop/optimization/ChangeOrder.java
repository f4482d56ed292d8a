package dev.perfloop.optimization;

import dev.perfloop.analysis.Finding;
import dev.perfloop.analysis.Proposal;
import dev.perfloop.change.Change;
import dev.perfloop.change.CodeAdvice;
import dev.perfloop.change.CreateExtension;
import dev.perfloop.change.CreateIndex;
import dev.perfloop.change.DropIndex;
import dev.perfloop.change.IndexChange;
import dev.perfloop.change.IndexKey;
import dev.perfloop.change.RefreshStatistics;
import dev.perfloop.change.ServiceChange;
import dev.perfloop.change.SetParameter;
import dev.perfloop.change.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns findings into changes and puts the quick wins first, those that give most for what they cost ahead. */
final class ChangeOrder {
    /** So that a change that costs next to nothing does not come ahead of everything. */
    private static final double LEAST_SECONDS = 1;

    private ChangeOrder() {}

    /** @param writer gives the change that a finding asks for */
    static List<PlannedChange> of(List<Finding> proposable, Function<Finding, Optional<Change>> writer) {
        Map<Change, PlannedChange> distinct = new LinkedHashMap<>();
        for (var finding : proposable) {
            writer.apply(finding)
                    .ifPresent(change -> distinct.putIfAbsent(
                            change, new PlannedChange(finding, change, BuildEstimate.of(finding.evidence()))));
        }
        List<PlannedChange> ordered = new ArrayList<>(distinct.values());
        ordered.sort(Comparator.comparingInt((PlannedChange it) -> turn(it.change()))
                .thenComparing(it -> it.finding().effort())
                .thenComparing(
                        Comparator.comparingDouble(ChangeOrder::gainPerCost).reversed())
                .thenComparingInt(it -> it.finding().rank()));
        return Dependencies.neededFirst(ordered);
    }

    /**
     * Statistics first, as what comes after is planned with them; parameters late, as an index may make them needless; and what a
     * person does when all else is done.
     */
    private static int turn(Change change) {
        return switch (change) {
            case RefreshStatistics statistics -> 1;
            case IndexChange index -> 2;
            case SetParameter parameter -> 3;
            case CreateExtension extension -> 4;
            case ServiceChange service -> 5;
            case CodeAdvice byHand -> 6;
        };
    }

    private static double gainPerCost(PlannedChange planned) {
        return planned.finding().impact() / (LEAST_SECONDS + planned.estimate().secondsHigh());
    }

    /** Of an index; empty for all else. */
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
            case Proposal.RefreshStatistics statistics -> Optional.empty();
            case Proposal.SetParameter parameter -> Optional.empty();
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
