package dev.perfloop.profiling;

import java.util.List;
import java.util.Optional;

/**
 * A table, the work on it in the window, and its columns.
 *
 * @param kind     {@code pg_class.relkind}: r table, p partitioned table, m materialised view; x a partition
 * @param rows     the planner's estimate; negative when the table was never analysed
 * @param inserted rows inserted in the window, as are the five that follow
 */
public record TableFacts(
        String schema,
        String name,
        String kind,
        double rows,
        long pages,
        long sizeBytes,
        long inserted,
        long updated,
        long deleted,
        long sequentialScans,
        long sequentialRows,
        long indexScans,
        List<ColumnFacts> columns) {

    public Optional<ColumnFacts> column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst();
    }

    public long written() {
        return inserted + updated + deleted;
    }

    /** The same table with the work done on it since, all of it when the counters went back. */
    TableFacts since(TableFacts start) {
        if (sequentialScans < start.sequentialScans || indexScans < start.indexScans || inserted < start.inserted) {
            return this;
        }
        return new TableFacts(
                schema,
                name,
                kind,
                rows,
                pages,
                sizeBytes,
                inserted - start.inserted,
                updated - start.updated,
                deleted - start.deleted,
                sequentialScans - start.sequentialScans,
                sequentialRows - start.sequentialRows,
                indexScans - start.indexScans,
                columns);
    }

    TableFacts withColumns(List<ColumnFacts> others) {
        return new TableFacts(
                schema,
                name,
                kind,
                rows,
                pages,
                sizeBytes,
                inserted,
                updated,
                deleted,
                sequentialScans,
                sequentialRows,
                indexScans,
                others);
    }
}
