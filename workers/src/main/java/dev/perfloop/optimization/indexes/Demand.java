package dev.perfloop.optimization.indexes;

import dev.perfloop.change.TableName;
import java.util.List;
import java.util.Map;

/**
 * What a set of indexes has to serve, and what it has to bear.
 *
 * @param written rows inserted into each table, or changed so that every index gets an entry, in the same window as the calls
 */
public record Demand(List<Query> queries, Map<TableName, Double> written) {
    /**
     * Planner's units for one more entry in one more index. A look-up of one row costs two random pages (8 units at the default
     * costs); a leaf is mostly cached when it is written, yet it is dirtied and goes to the log: a quarter of that.
     */
    private static final double UNITS_A_ROW = 2;

    double upkeep(TableName table) {
        return UNITS_A_ROW * written.getOrDefault(table, 0.0);
    }
}
