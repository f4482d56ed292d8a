package dev.perfloop.change;

import dev.perfloop.target.Target;
import dev.perfloop.target.TargetDatabase;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether a change that was approved still makes sense on the target as it is now. */
@Component
class Preconditions {
    private final SchemaRepository catalog;

    Preconditions(SchemaRepository catalog) {
        this.catalog = catalog;
    }

    /** Why it is not to be applied; empty when nothing is against it. */
    Optional<String> reasonToSkip(Change change, Target target, TargetDatabase database) {
        if (!target.guards().allow().contains(change.kind())) {
            return Optional.of("The guards of target " + target.name() + " do not allow " + change.kind() + ".");
        }
        var table = catalog.kindOf(database, change.table());
        if (table.isEmpty()) {
            return Optional.of("The table " + change.table() + " is not there any more.");
        }
        return switch (change) {
            case CreateIndex create -> againstCreating(create, table.get(), database);
            case DropIndex drop -> againstDropping(drop, database);
        };
    }

    private Optional<String> againstCreating(CreateIndex create, String kindOfTable, TargetDatabase database) {
        if (!kindOfTable.equals("r") && !kindOfTable.equals("m")) {
            return Optional.of(
                    create.table() + " is not an ordinary table; on a partitioned one, index its partitions.");
        }
        return catalog.equalIndex(database, create).map(name -> "An equal index exists: " + name + ".");
    }

    private Optional<String> againstDropping(DropIndex drop, TargetDatabase database) {
        var index = catalog.index(database, drop.table().schema(), drop.indexName());
        if (index.isEmpty()) {
            return Optional.of("The index " + drop.indexName() + " is not there any more.");
        }
        if (!index.get().definition().equals(drop.definition())) {
            return Optional.of("The index " + drop.indexName() + " was changed since the plan: "
                    + index.get().definition() + ".");
        }
        return index.filter(IndexState::guardsData)
                .map(guard -> "The index " + drop.indexName() + " enforces a constraint or uniqueness.");
    }
}
