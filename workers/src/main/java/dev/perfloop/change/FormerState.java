package dev.perfloop.change;

import dev.perfloop.change.RefreshStatistics.FinerColumn;
import dev.perfloop.change.SetParameter.Scope;
import dev.perfloop.run.RunId;
import dev.perfloop.run.Runs;
import dev.perfloop.target.TargetDatabase;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Writes the changes whose undo depends on what is set now: it must be known, and shown, before anybody approves. */
@Service
public class FormerState {
    private final TableStatisticsRepository statistics;
    private final ParameterRepository parameters;
    private final Runs runs;
    private final TargetDatabase.Door door;

    FormerState(
            TableStatisticsRepository statistics, ParameterRepository parameters, Runs runs, TargetDatabase.Door door) {
        this.statistics = statistics;
        this.parameters = parameters;
        this.runs = runs;
        this.door = door;
    }

    public SetParameter set(RunId run, Scope scope, String name, String value) {
        var database = door.of(runs.targetOf(run));
        return new SetParameter(
                scope,
                parameters.database(database),
                name,
                value,
                parameters.value(database, scope, name).orElse(null),
                parameters.makesPlans(database, name));
    }

    /**
     * @param columns whose dependence gets extended statistics, or whose statistics target is raised when one is given
     * @param target  null to leave it
     */
    public RefreshStatistics refresh(RunId run, TableName table, List<String> columns, @Nullable Integer target) {
        if (target == null) {
            return columns.size() < 2
                    ? RefreshStatistics.plain(table)
                    : new RefreshStatistics(table, columns, List.of());
        }
        var database = door.of(runs.targetOf(run));
        return new RefreshStatistics(
                table,
                List.of(),
                columns.stream()
                        .map(column -> new FinerColumn(column, target, statistics.target(database, table, column)))
                        .toList());
    }
}
