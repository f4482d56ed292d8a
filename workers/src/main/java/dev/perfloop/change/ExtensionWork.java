package dev.perfloop.change;

import dev.perfloop.change.StepsInOrder.Step;
import dev.perfloop.target.TargetDatabase;
import java.util.List;
import org.springframework.stereotype.Component;

/** Adds an extension to the target's database, or takes it out. */
@Component
class ExtensionWork {
    private final ExtensionRepository extensions;
    private final StepsInOrder steps;

    ExtensionWork(ExtensionRepository extensions, StepsInOrder steps) {
        this.extensions = extensions;
        this.steps = steps;
    }

    boolean apply(CreateExtension wanted, RunChange change, TargetDatabase target, Progress progress)
            throws InterruptedException {
        var create = new Step(wanted.statements().getFirst(), () -> extensions.isCreated(target, wanted.name()));
        return steps.take(List.of(create), change, target, progress);
    }

    boolean undo(CreateExtension created, RunChange change, TargetDatabase target, Progress progress)
            throws InterruptedException {
        var drop = new Step(created.undoStatements().getFirst(), () -> !extensions.isCreated(target, created.name()));
        return steps.take(List.of(drop), change, target, progress);
    }
}
