package dev.perfloop.web.exports.report;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The report in GitHub's Markdown. Cells are escaped, so that nothing in them is taken for markup or HTML. */
public final class MarkdownReport {
    private static final String MARKUP = "\\`*_[]<>|~&$";

    private MarkdownReport() {}

    public static String of(RunReport report) {
        var text = new StringBuilder("# ").append(escaped(report.title())).append("\n\n");
        facts(text, report.facts());
        if (!report.verdict().isEmpty()) {
            text.append("\n## Verdict\n\n");
            facts(text, report.verdict());
        }
        report.sections().forEach(table -> section(text, table));
        return text.toString();
    }

    private static void facts(StringBuilder text, Table facts) {
        List<@Nullable Object> row = facts.rows().getFirst();
        for (int i = 0; i < row.size(); i++) {
            if (row.get(i) != null) {
                text.append("- **")
                        .append(escaped(facts.columns().get(i)))
                        .append(":** ")
                        .append(escaped(Cells.text(row.get(i))))
                        .append('\n');
            }
        }
    }

    private static void section(StringBuilder text, Table table) {
        text.append("\n## ").append(escaped(table.name())).append("\n\n");
        line(text, table.columns());
        text.append("| ")
                .append(table.columns().stream().map(column -> "---").collect(Collectors.joining(" | ")))
                .append(" |\n");
        table.rows().forEach(row -> line(text, row));
    }

    private static void line(StringBuilder text, List<? extends @Nullable Object> cells) {
        text.append("| ")
                .append(cells.stream()
                        .map(Cells::text)
                        .map(MarkdownReport::escaped)
                        .collect(Collectors.joining(" | ")))
                .append(" |\n");
    }

    /** A backslash before every character of meaning, and no line break: a table's row is one line. */
    static String escaped(String text) {
        var escaped = new StringBuilder(text.length());
        text.replaceAll("\\s+", " ").codePoints().forEach(c -> {
            if (MARKUP.indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.appendCodePoint(c);
        });
        return escaped.toString();
    }
}
