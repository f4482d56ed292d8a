package dev.perfloop.analysis;

import dev.perfloop.profiling.ColumnFacts;
import dev.perfloop.profiling.TableFacts;
import dev.perfloop.profiling.TableFacts.Upkeep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An invented table, fresh from VACUUM ANALYZE and idle unless a test says otherwise. */
public final class ATable {
    private static final int BLOCK = 8192;

    private final String schema;
    private final String name;
    private final List<ColumnFacts> columns = new ArrayList<>();
    private String kind = "r";
    private double rows = 100_000;
    private long pages = 1_000;
    private long inserted;
    private long updated;
    private long deleted;
    private long hotUpdated;
    private long sequentialScans;
    private long indexScans;
    private long dead;
    private long modified;
    private double expectedPages = -1;
    private @Nullable Instant analysed = Instant.EPOCH;
    private @Nullable Instant vacuumed = Instant.EPOCH.minusSeconds(3600);

    private ATable(String schema, String name) {
        this.schema = schema;
        this.name = name;
    }

    public static ATable named(String schema, String name) {
        return new ATable(schema, name);
    }

    /** {@code pg_class.relkind}; x is a partition. */
    public ATable kind(String relkind) {
        kind = relkind;
        return this;
    }

    /** Of which the live ones fill all the pages, unless the test says that there is bloat. */
    public ATable rows(double number, long onPages) {
        rows = number;
        pages = onPages;
        return this;
    }

    /** Within the window. */
    public ATable written(long insertedRows, long updatedRows, long deletedRows) {
        inserted = insertedRows;
        updated = updatedRows;
        deleted = deletedRows;
        hotUpdated = updatedRows;
        return this;
    }

    public ATable hotUpdated(long ofTheUpdated) {
        hotUpdated = ofTheUpdated;
        return this;
    }

    public ATable scans(long sequential, long byIndex) {
        sequentialScans = sequential;
        indexScans = byIndex;
        return this;
    }

    public ATable deadRows(long number) {
        dead = number;
        return this;
    }

    public ATable modifiedSinceAnalyse(long number) {
        modified = number;
        return this;
    }

    public ATable neverAnalysed() {
        analysed = null;
        return this;
    }

    public ATable neverVacuumed() {
        vacuumed = null;
        return this;
    }

    public ATable vacuumed(Instant at) {
        vacuumed = at;
        return this;
    }

    public ATable pagesThatWouldDo(double number) {
        expectedPages = number;
        return this;
    }

    public ATable column(String columnName, String type, double distinct) {
        return column(new ColumnFacts(columnName, type, true, distinct, 0.0, 0.0, 8, null));
    }

    public ATable column(ColumnFacts column) {
        columns.add(column);
        return this;
    }

    public TableFacts facts() {
        return new TableFacts(
                schema,
                name,
                kind,
                rows,
                pages,
                pages * BLOCK,
                inserted,
                updated,
                deleted,
                sequentialScans,
                Math.round(sequentialScans * Math.max(0, rows)),
                indexScans,
                List.copyOf(columns),
                new Upkeep(
                        Math.round(Math.max(0, rows)),
                        dead,
                        modified,
                        analysed,
                        vacuumed,
                        hotUpdated,
                        expectedPages < 0 ? pages : expectedPages));
    }
}
