package dev.perfloop.optimization;

import dev.perfloop.analysis.Finding;
import dev.perfloop.analysis.Proposal;
import dev.perfloop.change.Change;
import dev.perfloop.change.FormerState;
import dev.perfloop.change.SetParameter.Scope;
import dev.perfloop.change.TableName;
import dev.perfloop.run.RunId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes the change that a finding proposes, with its undo: for some the target is asked what is set there now. */
@Component
class ChangeWriter {
    private final FormerState former;

    ChangeWriter(FormerState former) {
        this.former = former;
    }

    /** Empty where a finding asks for nothing. */
    Optional<Change> of(RunId run, Finding finding) {
        return switch (finding.proposal()) {
            case null -> Optional.empty();
            case Proposal.RefreshStatistics refresh ->
                Optional.of(former.refresh(
                        run, new TableName(refresh.schema(), refresh.table()), refresh.columns(), refresh.target()));
            case Proposal.SetParameter set ->
                Optional.of(scope(set)
                        .<Change>map(where -> former.set(run, where, set.name(), set.value()))
                        .orElseGet(() -> PersonsWork.of(finding, set)));
            case Proposal.CreateIndex index -> ChangeOrder.change(index);
            case Proposal.DropIndex drop -> ChangeOrder.change(drop);
            case Proposal.CodeAdvice advice -> Optional.of(PersonsWork.of(finding, advice));
        };
    }

    private static Optional<Scope> scope(Proposal.SetParameter set) {
        return switch (set.reach()) {
            case null -> Optional.empty();
            case DATABASE -> Optional.of(Scope.DATABASE);
            case SYSTEM -> Optional.of(Scope.SYSTEM);
        };
    }
}
