package dev.perfloop.web.exports.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a run on their way out.
 *
 * @param name its file's and its field's
 * @param columns their names, in the order of the cells
 * @param rows text, numbers, truth values, instants or JSON; null is what is not known
 */
public record Table(String name, List<String> columns, List<List<@Nullable Object>> rows) {

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
