package dev.perfloop.change;

import dev.perfloop.target.TargetDatabase;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/**
 * Sends short statements one after another, each only if what it does is not there yet. So it may be cut off anywhere and begun
 * again by anyone: whoever comes next waits for a statement that still runs, and goes on with the first that is left.
 */
@Component
class StepsInOrder {
    /** So often is looked whether a statement has had its effect; the server takes a moment to hand on a new configuration. */
    private static final int LOOKS = 20;

    private final SchemaRepository catalog;
    private final StatementSender sender;
    private final ChangeProperties properties;

    /** @param done looks at the target or into the journal */
    record Step(String statement, BooleanSupplier done) {}

    StepsInOrder(SchemaRepository catalog, StatementSender sender, ChangeProperties properties) {
        this.catalog = catalog;
        this.sender = sender;
        this.properties = properties;
    }

    /**
     * True when all is done; false when the work was called off, or when the change is no longer in the status that it was read
     * with: then somebody else decides about it.
     */
    boolean take(List<Step> steps, RunChange change, TargetDatabase target, Progress progress)
            throws InterruptedException {
        while (!progress.calledOff() && sender.isStill(change)) {
            var holder = catalog.holder(target, StatementSender.lockOf(change));
            var next =
                    steps.stream().filter(step -> !step.done().getAsBoolean()).findFirst();
            if (holder.isPresent()) {
                Thread.sleep(properties.poll());
            } else if (next.isEmpty()) {
                return true;
            } else {
                progress.at(50, next.get().statement());
                if (sender.send(next.get().statement(), change, target)) {
                    awaitEffect(next.get());
                }
            }
        }
        return false;
    }

    private void awaitEffect(Step step) throws InterruptedException {
        for (int look = 0; !step.done().getAsBoolean(); look++) {
            if (look == LOOKS) {
                throw new WithoutEffect(
                        "\"" + step.statement() + "\" was accepted and had no effect.",
                        "Look whether another setting outranks it (the server's command line, a role's own setting), or whether "
                                + "somebody else changes the same thing.");
            }
            Thread.sleep(properties.poll());
        }
    }
}
