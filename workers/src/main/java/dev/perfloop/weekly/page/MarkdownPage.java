package dev.perfloop.weekly.page;

import dev.perfloop.weekly.WeekReport;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The report in GitHub's Markdown. Cells are escaped, so that nothing in them is taken for markup or HTML. */
public final class MarkdownPage {
    private static final String MARKUP = "\\`*_[]<>|~&$#";

    private final Cells cells;

    private MarkdownPage(ZoneId zone) {
        cells = new Cells(zone);
    }

    public static String of(WeekReport report) {
        return new MarkdownPage(ZoneId.of(report.zone())).text(report);
    }

    private String text(WeekReport report) {
        var text =
                new StringBuilder("# ").append(escaped(Headline.title(report))).append("\n\n");
        Headline.sentences(report)
                .forEach(sentence -> text.append("- ").append(escaped(sentence)).append('\n'));
        Sections.of(report).forEach(section -> append(text, section));
        return text.append("\nTimes are those of ")
                .append(escaped(report.zone()))
                .append(".\n")
                .toString();
    }

    private void append(StringBuilder text, Section section) {
        text.append("\n## ").append(escaped(section.title())).append("\n\n");
        if (section.rows().isEmpty()) {
            text.append(escaped(section.empty())).append('\n');
            return;
        }
        var shown = IntStream.range(0, section.columns().size())
                .filter(i -> !(section.rows().getFirst().get(i) instanceof Section.Course))
                .boxed()
                .toList();
        line(text, shown, section.columns());
        text.append("| ")
                .append(shown.stream().map(i -> "---").collect(Collectors.joining(" | ")))
                .append(" |\n");
        section.rows().forEach(row -> line(text, shown, row));
    }

    private void line(StringBuilder text, List<Integer> shown, List<? extends @Nullable Object> row) {
        text.append("| ")
                .append(shown.stream().map(i -> escaped(cells.text(row.get(i)))).collect(Collectors.joining(" | ")))
                .append(" |\n");
    }

    /** A backslash before every character of meaning, and no line break: a table's row is one line. */
    private String escaped(String text) {
        var escaped = new StringBuilder(text.length());
        cells.text(text).replaceAll("\\s+", " ").codePoints().forEach(c -> {
            if (MARKUP.indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.appendCodePoint(c);
        });
        return escaped.toString();
    }
}
