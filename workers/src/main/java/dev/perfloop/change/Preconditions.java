package dev.perfloop.change;

import dev.perfloop.target.Target;
import dev.perfloop.target.TargetDatabase;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whether a change that was approved still makes sense on the target as it is now. */
@Component
class Preconditions {
    private final SchemaRepository catalog;
    private final TableStatisticsRepository statistics;
    private final ParameterRepository parameters;
    private final ExtensionRepository extensions;
    private final ServiceConditions services;

    Preconditions(
            SchemaRepository catalog,
            TableStatisticsRepository statistics,
            ParameterRepository parameters,
            ExtensionRepository extensions,
            ServiceConditions services) {
        this.catalog = catalog;
        this.statistics = statistics;
        this.parameters = parameters;
        this.extensions = extensions;
        this.services = services;
    }

    /** Why it is not to be applied; empty when nothing is against it. */
    Optional<String> reasonToSkip(Change change, Target target, TargetDatabase database) {
        if (!target.guards().allow().contains(change.kind())) {
            return Optional.of("The guards of target " + target.name() + " do not allow " + change.kind() + ".");
        }
        return switch (change) {
            case IndexChange index -> againstIndexing(index, database);
            case RefreshStatistics refresh -> againstRefreshing(refresh, database);
            case SetParameter parameter -> againstSetting(parameter, database);
            case CreateExtension extension -> againstExtending(extension, database);
            case ServiceChange service -> services.reasonToSkip(service, target);
            case CodeAdvice byHand -> Optional.empty();
        };
    }

    private Optional<String> againstIndexing(IndexChange index, TargetDatabase database) {
        var table = catalog.kindOf(database, index.table());
        if (table.isEmpty()) {
            return isGone(index.table());
        }
        return switch (index) {
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

    private Optional<String> againstRefreshing(RefreshStatistics refresh, TargetDatabase database) {
        if (catalog.kindOf(database, refresh.table()).isEmpty()) {
            return isGone(refresh.table());
        }
        var columns = Stream.concat(
                refresh.together().stream(), refresh.finer().stream().map(RefreshStatistics.FinerColumn::column));
        var missing = statistics.missing(database, refresh.table(), columns.toList());
        if (!missing.isEmpty()) {
            return Optional.of(refresh.table() + " has no column " + String.join(", ", missing) + " any more.");
        }
        if (refresh.finer().stream()
                .anyMatch(it ->
                        !Objects.equals(statistics.target(database, refresh.table(), it.column()), it.former()))) {
            return Optional.of("A statistics target of " + refresh.table() + " was changed since the plan.");
        }
        return statistics
                .ownerInsteadOfUs(database, refresh.table())
                .map(owner -> "Only " + owner + ", to whom it belongs, may analyse " + refresh.table() + ".");
    }

    private Optional<String> againstSetting(SetParameter parameter, TargetDatabase database) {
        var set =
                parameters.value(database, parameter.scope(), parameter.name()).orElse(null);
        if (set != null && SettingValue.same(set, parameter.value())) {
            return Optional.of(parameter.name() + " is set to " + set + " already.");
        }
        boolean asPlanned = set == null || parameter.former() == null
                ? set == null && parameter.former() == null
                : SettingValue.same(set, parameter.former());
        return asPlanned
                ? Optional.empty()
                : Optional.of(parameter.name() + " was changed since the plan: "
                        + (set == null ? "it is not set any more." : "it is set to " + set + "."));
    }

    private Optional<String> againstExtending(CreateExtension extension, TargetDatabase database) {
        if (extensions.isCreated(database, extension.name())) {
            return Optional.of("The extension " + extension.name() + " is there already.");
        }
        return extensions.isAvailable(database, extension.name())
                ? Optional.empty()
                : Optional.of("The server has no extension " + extension.name() + " on its disk.");
    }

    private static Optional<String> isGone(TableName table) {
        return Optional.of("The table " + table + " is not there any more.");
    }
}
