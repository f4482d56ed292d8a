package dev.perfloop.change;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes the planner's statistics of a table anew. An ANALYZE cannot be taken back, for nobody keeps the statistics it
 * replaces; what is set ahead of it can.
 *
 * @param together columns whose dependence gets extended statistics; two to eight of them, or none
 * @param finer    columns whose statistics target is raised
 */
public record RefreshStatistics(TableName table, List<String> together, List<FinerColumn> finer) implements Change {
    static final String KIND = "REFRESH_STATISTICS";

    /** PostgreSQL's STATS_MAX_DIMENSIONS. */
    private static final int MOST_TOGETHER = 8;

    /**
     * @param target from 1 to 10,000: so many most common values and histogram buckets are kept, and 300 times as many rows read
     * @param former the target that was set for the column before; null when the default held
     */
    public record FinerColumn(
            String column, int target, @Nullable Integer former) {
        public FinerColumn {
            if (target < 1 || target > 10_000) {
                throw new IllegalArgumentException("Not a statistics target: " + target);
            }
        }
    }

    public RefreshStatistics {
        together = List.copyOf(together);
        finer = List.copyOf(finer);
        if (together.size() == 1 || together.size() > MOST_TOGETHER) {
            throw new IllegalArgumentException("Extended statistics are of 2 to 8 columns, not " + together.size());
        }
    }

    public static RefreshStatistics plain(TableName table) {
        return new RefreshStatistics(table, List.of(), List.of());
    }

    /** The same columns have the same name in every run. */
    String objectName() {
        return IndexName.of(
                table.name() + "_" + String.join("_", together), "statistics " + table.sql() + columns(together));
    }

    String analyse() {
        return "ANALYZE " + table.sql();
    }

    String create() {
        return "CREATE STATISTICS IF NOT EXISTS %s ON %s FROM %s".formatted(object(), columns(together), table.sql());
    }

    String drop() {
        return "DROP STATISTICS IF EXISTS " + object();
    }

    /** Of these columns only, as the others have not changed; so it differs from the one that applies. */
    String analyseAgain() {
        return analyse() + " ("
                + columns(finer.stream().map(FinerColumn::column).toList()) + ")";
    }

    /** @param target null for the default, which -1 stands for in every version */
    String setTarget(String column, @Nullable Integer target) {
        return "ALTER TABLE %s ALTER COLUMN %s SET STATISTICS %d"
                .formatted(table.sql(), Identifier.quote(column), target == null ? -1 : target);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> statements() {
        List<String> statements = new ArrayList<>();
        finer.forEach(it -> statements.add(setTarget(it.column(), it.target())));
        if (!together.isEmpty()) {
            statements.add(create());
        }
        statements.add(analyse());
        return statements;
    }

    @Override
    public List<String> undoStatements() {
        List<String> statements = new ArrayList<>();
        if (!together.isEmpty()) {
            statements.add(drop());
        }
        finer.forEach(it -> statements.add(setTarget(it.column(), it.former())));
        if (!finer.isEmpty()) {
            statements.add(analyseAgain());
        }
        return statements;
    }

    @Override
    public String remains() {
        return "The statistics stay as ANALYZE took them: those it replaced are kept by nobody.";
    }

    @Override
    public String subject() {
        return "statistics of " + table.sql();
    }

    private String object() {
        return new TableName(table.schema(), objectName()).sql();
    }

    private static String columns(List<String> columns) {
        return columns.stream().map(Identifier::quote).collect(Collectors.joining(", "));
    }
}
