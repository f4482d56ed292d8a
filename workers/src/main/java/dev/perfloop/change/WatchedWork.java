package dev.perfloop.change;

import dev.perfloop.change.watch.Watching;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetDatabase;
import org.springframework.stereotype.Component;

/** Applies a change under the watch on the service: when it suffers, the statement that runs is cancelled. */
@Component
class WatchedWork {
    private static final int MOST_CANCELS = 30;

    private final ChangeWork work;
    private final ChangeRepository changes;
    private final SchemaRepository catalog;
    private final StatementSender sender;
    private final Watching watching;
    private final ChangeProperties properties;

    WatchedWork(
            ChangeWork work,
            ChangeRepository changes,
            SchemaRepository catalog,
            StatementSender sender,
            Watching watching,
            ChangeProperties properties) {
        this.work = work;
        this.changes = changes;
        this.catalog = catalog;
        this.sender = sender;
        this.watching = watching;
        this.properties = properties;
    }

    /** False when it was called off, or stopped: the change is then being undone. */
    boolean apply(RunChange change, Target target, TargetDatabase database, Progress progress)
            throws InterruptedException {
        try (var watch = watching.over(change, target, why -> stop(change, database, why))) {
            return work.apply(change, database, progress) && watch.endsWell();
        }
    }

    private void stop(RunChange change, TargetDatabase database, String why) {
        if (!changes.stop(change, why)) {
            return;
        }
        try {
            // More than once, as a session that holds the lock may not have begun its statement yet.
            for (int times = 0; times < MOST_CANCELS; times++) {
                var holder = catalog.holder(database, StatementSender.lockOf(change));
                if (holder.isEmpty()) {
                    return;
                }
                sender.cancel(holder.get(), change, database);
                Thread.sleep(properties.poll());
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
