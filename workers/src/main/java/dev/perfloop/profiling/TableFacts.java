package dev.perfloop.profiling;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table, the work on it in the window, and its columns.
 *
 * @param kind     {@code pg_class.relkind}: r table, p partitioned table, m materialised view; x a partition
 * @param rows     the planner's estimate; negative when the table was never analysed
 * @param inserted rows inserted in the window, as are the five that follow
 * @param upkeep   how well vacuum and analyse keep up with it
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
        List<ColumnFacts> columns,
        Upkeep upkeep) {

    /**
     * @param liveRows             as counted by the statistics, not the planner's estimate
     * @param deadRows             versions that vacuum has not removed yet
     * @param modifiedSinceAnalyse rows changed since the column statistics were taken
     * @param lastAnalysed         null when never, or not since the last reset; by hand or automatically, as the next
     * @param hotUpdated           updates in the window that needed no index entry
     * @param expectedPages        pages that the live rows would fill by their average width; 0 when unknown
     * @param allVisible           share of the pages whose rows all may see, so that an index alone can answer; null when unknown
     */
    public record Upkeep(
            long liveRows,
            long deadRows,
            long modifiedSinceAnalyse,
            @Nullable Instant lastAnalysed,
            @Nullable Instant lastVacuumed,
            long hotUpdated,
            double expectedPages,
            @Nullable Double allVisible) {
        public static final Upkeep UNKNOWN = new Upkeep(0, 0, 0, null, null, 0, 0);

        public Upkeep(
                long liveRows,
                long deadRows,
                long modifiedSinceAnalyse,
                @Nullable Instant lastAnalysed,
                @Nullable Instant lastVacuumed,
                long hotUpdated,
                double expectedPages) {
            this(liveRows, deadRows, modifiedSinceAnalyse, lastAnalysed, lastVacuumed, hotUpdated, expectedPages, null);
        }

        Upkeep since(Upkeep start) {
            return new Upkeep(
                    liveRows,
                    deadRows,
                    modifiedSinceAnalyse,
                    lastAnalysed,
                    lastVacuumed,
                    Math.max(0, hotUpdated - start.hotUpdated),
                    expectedPages,
                    allVisible);
        }
    }

    public TableFacts {
        upkeep = upkeep == null ? Upkeep.UNKNOWN : upkeep;
    }

    public TableFacts(
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
        this(
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
                columns,
                Upkeep.UNKNOWN);
    }

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
                columns,
                upkeep.since(start.upkeep));
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
                others,
                upkeep);
    }
}
