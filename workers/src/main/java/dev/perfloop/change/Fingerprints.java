package dev.perfloop.change;

import dev.perfloop.target.TargetDatabase;
import org.springframework.stereotype.Component;

/** Takes and keeps fingerprints of a target's schema. */
@Component
class Fingerprints {
    private final SchemaRepository catalog;
    private final SchemaSnapshotRepository snapshots;

    Fingerprints(SchemaRepository catalog, SchemaSnapshotRepository snapshots) {
        this.catalog = catalog;
        this.snapshots = snapshots;
    }

    String take(TargetDatabase database) {
        return snapshots.keep(catalog.snapshot(database));
    }
}
