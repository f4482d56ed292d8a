package dev.perfloop.web.exports;

import dev.perfloop.web.exports.report.Table;
import dev.perfloop.web.rows.RawJson;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table as RFC 4180 has it. Text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV
 * Injection"): names come from people and from targets.
 */
final class Csv {
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private Csv() {}

    static String of(Table table) {
        var text = new StringBuilder();
        line(text, table.columns());
        table.rows().forEach(row -> line(text, row));
        return text.toString();
    }

    private static void line(StringBuilder text, List<? extends @Nullable Object> cells) {
        text.append(cells.stream().map(Csv::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> quoted(harmless(text));
            case RawJson json -> quoted(harmless(json.text()));
            default -> value.toString();
        };
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
