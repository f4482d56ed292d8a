package dev.perfloop.change;

import dev.perfloop.target.TargetDatabase;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Brings one index into being, or out of it, on the target. Looks at what is there before each statement, so it may be cut
 * off anywhere and begun again by anyone: whoever comes next waits for a statement that still runs, clears away an INVALID
 * index, and builds only what is missing.
 */
@Component
class IndexWork {
    enum Goal {
        PRESENT,
        ABSENT
    }

    private final SchemaRepository catalog;
    private final StatementSender sender;
    private final ChangeProperties properties;

    IndexWork(SchemaRepository catalog, StatementSender sender, ChangeProperties properties) {
        this.catalog = catalog;
        this.sender = sender;
        this.properties = properties;
    }

    /** What the change wants. */
    boolean apply(IndexChange index, RunChange change, TargetDatabase target, Progress progress)
            throws InterruptedException {
        return reach(goalOf(index), index, change, target, progress);
    }

    /** The contrary of what the change wants. */
    boolean undo(IndexChange index, RunChange change, TargetDatabase target, Progress progress)
            throws InterruptedException {
        return reach(goalOf(index) == Goal.PRESENT ? Goal.ABSENT : Goal.PRESENT, index, change, target, progress);
    }

    /**
     * True when the goal is reached; false when the work was called off, or when the change is no longer in the status that
     * it was read with: then somebody else decides about it.
     */
    private boolean reach(Goal goal, IndexChange wanted, RunChange change, TargetDatabase target, Progress progress)
            throws InterruptedException {
        String build = buildOf(wanted);
        String drop = dropOf(wanted);
        while (!progress.calledOff() && sender.isStill(change)) {
            var holder = catalog.holder(target, StatementSender.lockOf(change));
            if (holder.isPresent()) {
                if (holder.get().statement().endsWith(goal == Goal.PRESENT ? drop : build)) {
                    sender.cancel(holder.get(), change, target);
                }
                // A statement that works towards our goal is left to finish, even when the worker that sent it is gone.
                tell(holder.get(), wanted, progress);
                Thread.sleep(properties.poll());
                continue;
            }
            var index = catalog.index(target, wanted.table().schema(), wanted.indexName());
            if (goal == Goal.PRESENT ? index.filter(IndexState::valid).isPresent() : index.isEmpty()) {
                return true;
            }
            send(index.isPresent() ? drop : build, wanted, change, target, progress);
        }
        return false;
    }

    /** When called off it returns at once; the statement itself goes on, and is found by whoever comes next. */
    private void send(String statement, IndexChange wanted, RunChange change, TargetDatabase target, Progress progress)
            throws InterruptedException {
        var answer = new FutureTask<Void>(() -> sender.send(statement, change, target), null);
        Thread.ofVirtual().name(change.id()).start(answer);
        while (!progress.calledOff()) {
            try {
                answer.get(properties.poll().toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException stillRunning) {
                catalog.holder(target, StatementSender.lockOf(change))
                        .ifPresent(holder -> tell(holder, wanted, progress));
            } catch (ExecutionException failure) {
                throw failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
            }
        }
    }

    private static void tell(Holder holder, IndexChange wanted, Progress progress) {
        String phase = holder.phase() == null ? "at work" : holder.phase();
        progress.at(holder.percent(), wanted.indexName() + ": " + phase);
    }

    private static Goal goalOf(IndexChange change) {
        return switch (change) {
            case CreateIndex create -> Goal.PRESENT;
            case DropIndex drop -> Goal.ABSENT;
        };
    }

    private static String buildOf(IndexChange change) {
        return switch (change) {
            case CreateIndex create -> create.statements().getFirst();
            case DropIndex drop -> drop.undoStatements().getFirst();
        };
    }

    private static String dropOf(IndexChange change) {
        return switch (change) {
            case CreateIndex create -> create.undoStatements().getFirst();
            case DropIndex drop -> drop.statements().getFirst();
        };
    }
}
