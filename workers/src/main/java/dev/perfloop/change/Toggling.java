package dev.perfloop.change;

import static dev.perfloop.change.ChangeStatus.APPLIED;
import static dev.perfloop.change.ChangeStatus.OUT;
import static dev.perfloop.change.ChangeStatus.PUTTING_BACK;
import static dev.perfloop.change.ChangeStatus.TAKING_OUT;

import dev.perfloop.change.SetParameter.Scope;
import dev.perfloop.run.RunId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Which changes of a run can be taken out of its target for a measurement without them, and put back. */
@Service
public class Toggling {
    private static final Set<ChangeStatus> TAKEN_OUT = Set.of(TAKING_OUT, OUT, PUTTING_BACK);

    private final ChangeRepository changes;
    private final ChangeStatementRepository statements;
    private final ChangeProperties properties;

    Toggling(ChangeRepository changes, ChangeStatementRepository statements, ChangeProperties properties) {
        this.changes = changes;
        this.statements = statements;
        this.properties = properties;
    }

    /** Those that are applied, neither take long nor need sessions of the service to be renewed, and that no other rests on. */
    public List<RunChange> cheap(RunId run) {
        var needed = changes.neededByOthers(run);
        return changes.ofRun(run).stream()
                .filter(change -> change.status() == APPLIED && isCheap(change) && !needed.contains(change.id()))
                .toList();
    }

    /** Whether all that is applied can be taken out, so that the target is then as it was before. */
    public boolean all(RunId run) {
        var applied = changes.ofRun(run).stream()
                .filter(change -> change.status() == APPLIED)
                .toList();
        return !applied.isEmpty() && applied.stream().allMatch(this::isCheap);
    }

    List<RunChange> toTakeOut(RunId run) {
        return changes.ofRun(run).reversed().stream()
                .filter(change -> change.status() == APPLIED || change.status() == TAKING_OUT)
                .toList();
    }

    List<RunChange> toPutBack(RunId run) {
        return changes.ofRun(run).stream()
                .filter(change -> TAKEN_OUT.contains(change.status()))
                .toList();
    }

    private boolean isCheap(RunChange change) {
        return switch (change.change()) {
            case CreateIndex index -> tookLittle(change);
            case SetParameter parameter -> parameter.scope() == Scope.SYSTEM && tookLittle(change);
            // What is to be rebuilt to take it out has not shown how long that takes.
            case DropIndex drop -> false;
            // Statistics cannot be forgotten.
            case RefreshStatistics statistics -> false;
            case CreateExtension extension -> false;
            // Deployed by a person.
            case CodeAdvice byHand -> false;
            // A service may need long to take to it, or a restart.
            case ServiceChange service -> false;
        };
    }

    private boolean tookLittle(RunChange change) {
        return statements.slowest(change.id()).orElse(Duration.ZERO).compareTo(properties.cheapToTakeOut()) <= 0;
    }
}
