package dev.perfloop.optimization.indexes;

import dev.perfloop.change.CreateIndex;
import dev.perfloop.change.TableName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A statement of the workload.
 *
 * @param weight how much one call counts: the calls in the window
 * @param needs  per table, the columns that appear in it
 */
public record Query(String id, String text, double weight, List<Need> needs) {

    /**
     * What a statement has to do with one table. A column stands in one list only, the first that fits.
     *
     * @param searched compared or joined
     * @param ordered  sorted or grouped by
     * @param read     only read
     */
    public record Need(TableName table, List<String> searched, List<String> ordered, List<String> read) {
        Set<String> columns() {
            Set<String> all = new LinkedHashSet<>(searched);
            all.addAll(ordered);
            all.addAll(read);
            return all;
        }
    }

    Optional<Need> needOf(TableName table) {
        return needs.stream().filter(need -> need.table().equals(table)).findFirst();
    }

    /** Whether its plan could go through the index at all. */
    boolean concerns(CreateIndex index) {
        return needOf(index.table())
                .filter(need -> !Shape.isOfColumns(index)
                        || Shape.columns(index).stream().anyMatch(need.columns()::contains))
                .isPresent();
    }
}
