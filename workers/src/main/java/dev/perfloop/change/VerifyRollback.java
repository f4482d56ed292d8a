package dev.perfloop.change;

import dev.perfloop.run.RunId;
import dev.perfloop.run.Runs;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetDatabase;
import dev.perfloop.target.TargetRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Proves that a target's schema and settings are what they were before a run, but for the changes that stay. */
@Service
class VerifyRollback {
    private static final int NAMED = 10;

    private final ChangeRepository changes;
    private final SchemaRepository catalog;
    private final SchemaSnapshotRepository snapshots;
    private final ServiceConditions services;
    private final Runs runs;
    private final TargetDatabase.Door door;

    VerifyRollback(
            ChangeRepository changes,
            SchemaRepository catalog,
            SchemaSnapshotRepository snapshots,
            ServiceConditions services,
            Runs runs,
            TargetDatabase.Door door) {
        this.changes = changes;
        this.catalog = catalog;
        this.snapshots = snapshots;
        this.services = services;
        this.runs = runs;
        this.door = door;
    }

    /**
     * What was proved, in words.
     *
     * @throws TargetRefused naming exactly what differs
     */
    String verify(RunId run) {
        var begun = changes.ofRun(run).stream()
                .filter(change -> change.fingerprintBefore() != null)
                .toList();
        if (begun.isEmpty()) {
            return "Nothing was changed, so there is nothing to take back.";
        }
        var target = runs.targetOf(run);
        var database = door.of(target);
        var expected = expected(begun);
        var now = catalog.snapshot(database);
        List<String> differences = new ArrayList<>();
        expected.without(now).forEach(line -> differences.add("missing: " + line));
        now.without(expected).forEach(line -> differences.add("not there before: " + line));
        catalog.invalidIndexesOfOurs(database).forEach(name -> differences.add("INVALID index: " + name));
        begun.forEach(change -> ofService(change, target).ifPresent(differences::add));
        if (!differences.isEmpty()) {
            throw refused(run, differences);
        }
        return "The schema is as before: fingerprint " + now.fingerprint().substring(0, 12) + "." + leftToPeople(begun);
    }

    private Optional<String> ofService(RunChange change, Target target) {
        return change.change() instanceof ServiceChange service && change.status() == ChangeStatus.REVERTED
                ? services.difference(service, target)
                : Optional.empty();
    }

    /** What is said of the schema holds with it still in place; nobody claims that it is gone. */
    private static String leftToPeople(List<RunChange> begun) {
        String left = begun.stream()
                .filter(change -> change.status() == ChangeStatus.TO_BE_TAKEN_BACK)
                .map(change -> change.change().inWords())
                .collect(Collectors.joining("; "));
        return left.isEmpty() ? "" : " Not verified, as a person has to take it back: " + left + ".";
    }

    private SchemaSnapshot expected(List<RunChange> begun) {
        var schema = before(begun.getFirst());
        for (var change : begun) {
            if (change.stays() && change.fingerprintAfter() != null) {
                schema = schema.withDifference(before(change), snapshots.get(change.fingerprintAfter()));
            }
        }
        return schema;
    }

    private SchemaSnapshot before(RunChange change) {
        return snapshots.get(Objects.requireNonNull(change.fingerprintBefore()));
    }

    private static TargetRefused refused(RunId run, List<String> differences) {
        String named = String.join("; ", differences.subList(0, Math.min(NAMED, differences.size())));
        String more = differences.size() > NAMED ? "; and " + (differences.size() - NAMED) + " more" : "";
        return new TargetRefused(
                "The schema differs from what it was before run " + run + ": " + named + more + ".",
                "Put these objects right (somebody else may have changed them meanwhile), then retry.");
    }
}
