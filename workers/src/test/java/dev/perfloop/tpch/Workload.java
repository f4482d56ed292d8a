package dev.perfloop.tpch;

import dev.perfloop.change.TableName;
import dev.perfloop.optimization.indexes.Demand;
import dev.perfloop.optimization.indexes.Query;
import dev.perfloop.optimization.pricing.Needs;
import dev.perfloop.optimization.pricing.TargetPlanner;
import dev.perfloop.profiling.TableFacts;
import dev.perfloop.profiling.whatif.Pretence;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Statements as the search takes them: what they need is read from their plans, as the workers do. */
record Workload(Demand demand, Map<TableName, TableFacts> tables) {

    static Workload of(List<TpchStatement> statements, ToDoubleFunction<TpchStatement> weight, TpchServer server) {
        var tables = server.tables().stream()
                .collect(Collectors.toMap(table -> new TableName(table.schema(), table.name()), table -> table));
        var jdbc = server.jdbc();
        List<Query> queries = statements.stream()
                .map(statement -> new Query(
                        statement.id(),
                        statement.sql(),
                        weight.applyAsDouble(statement),
                        Needs.of(plan(jdbc, statement), tables::containsKey)))
                .toList();
        return new Workload(new Demand(queries, Map.of()), tables);
    }

    private static String plan(JdbcClient jdbc, TpchStatement statement) {
        return jdbc.sql("EXPLAIN (VERBOSE, FORMAT JSON) " + statement.sql())
                .query(String.class)
                .single();
    }

    double tableBytes() {
        return tables.values().stream().mapToDouble(TableFacts::sizeBytes).sum();
    }

    TargetPlanner planner(Pretence pretence) {
        return new TargetPlanner(pretence, index -> java.util.Optional.ofNullable(tables.get(index.table())));
    }
}
