package dev.perfloop.change;

import dev.perfloop.target.TargetDatabase;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whether somebody else changed what a change works on since the plan was drafted and a person approved it. */
@Component
class SincePlan {
    private static final int NAMED = 5;

    private final ChangeRepository changes;
    private final SchemaRepository catalog;
    private final SchemaSnapshotRepository snapshots;

    SincePlan(ChangeRepository changes, SchemaRepository catalog, SchemaSnapshotRepository snapshots) {
        this.changes = changes;
        this.catalog = catalog;
        this.snapshots = snapshots;
    }

    /** Why it is not to be applied; empty when its table is what it was, but for what this run did. */
    Optional<String> reasonToSkip(RunChange change, TargetDatabase database) {
        return table(change.change()).flatMap(table -> reasonToSkip(change, table, database));
    }

    /** A parameter, an extension and a value of the service are compared with the plan by themselves. */
    private static Optional<TableName> table(Change change) {
        return switch (change) {
            case IndexChange index -> Optional.of(index.table());
            case RefreshStatistics refresh -> Optional.of(refresh.table());
            case SetParameter parameter -> Optional.empty();
            case CreateExtension extension -> Optional.empty();
            case ServiceChange service -> Optional.empty();
            case CodeAdvice byHand -> Optional.empty();
        };
    }

    private Optional<String> reasonToSkip(RunChange change, TableName table, TargetDatabase database) {
        if (change.fingerprintPlanned() == null) {
            return Optional.empty();
        }
        var lines = catalog.linesOf(database, table);
        var expected = expected(change, change.fingerprintPlanned()).only(lines);
        var now = catalog.snapshot(database).only(lines);
        List<String> differences = Stream.concat(
                        expected.without(now).stream().map(line -> "missing: " + line),
                        now.without(expected).stream().map(line -> "not there before: " + line))
                .limit(NAMED)
                .toList();
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of("Somebody changed " + table + " since the plan was drafted ("
                        + String.join("; ", differences) + "). Start a new run: it plans for what is there now.");
    }

    private SchemaSnapshot expected(RunChange change, String planned) {
        var schema = snapshots.get(planned);
        for (var ours : changes.ofRun(change.runId())) {
            if (ours.status() == ChangeStatus.APPLIED
                    && ours.fingerprintBefore() != null
                    && ours.fingerprintAfter() != null) {
                schema = schema.withDifference(
                        snapshots.get(ours.fingerprintBefore()), snapshots.get(ours.fingerprintAfter()));
            }
        }
        return schema;
    }
}
