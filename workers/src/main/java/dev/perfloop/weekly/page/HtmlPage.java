package dev.perfloop.weekly.page;

import dev.perfloop.weekly.WeekReport;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** The report as one page: styles and pictures inside, no script, nothing loaded. Plain enough for a mail program. */
public final class HtmlPage {
    private static final Set<String> CODE = Set.of("Statement", "Change", "Run");
    private static final int LONG = 40;
    private static final int WIDTH = 120;
    private static final int HEIGHT = 24;

    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: #161616; --muted: #525252; --line: #e0e0e0; --good: #0e6027; --bad: #a2191f; --curve: #0f62fe; --paper: #fff; }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #f4f4f4; --muted: #c6c6c6; --line: #393939; --good: #42be65; --bad: #ff8389; --curve: #78a9ff; --paper: #161616; } }
            body { margin: 0 auto; max-width: 75rem; padding: 1.5rem 1rem; font: 14px/1.45 'IBM Plex Sans', system-ui, sans-serif;
              color: var(--ink); background: var(--paper); }
            h1 { font-size: 1.5rem; font-weight: 400; margin: 0 0 .75rem; } h2 { font-size: 1.1rem; font-weight: 600; margin: 2rem 0 .25rem; }
            .note, footer { color: var(--muted); font-size: .8rem; margin: 0 0 .5rem; } footer { margin-top: 2rem; }
            .scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .85rem; }
            th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); }
            th { color: var(--muted); font-weight: 600; white-space: nowrap; } td.n { white-space: nowrap; font-variant-numeric: tabular-nums; }
            td.long { min-width: 16rem; overflow-wrap: anywhere; } code { font: .8rem 'IBM Plex Mono', ui-monospace, monospace; }
            .good { color: var(--good); } .bad { color: var(--bad); }
            svg { width: 7.5rem; height: 1.5rem; fill: none; stroke: var(--curve); stroke-width: 1.5; vertical-align: middle; }
            """;

    private final Cells cells;

    private HtmlPage(ZoneId zone) {
        cells = new Cells(zone);
    }

    public static String of(WeekReport report) {
        return new HtmlPage(ZoneId.of(report.zone())).page(report);
    }

    private String page(WeekReport report) {
        String title = Headline.title(report);
        var page = new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>")
                .append(escaped(cells.text(title)))
                .append(" · Perfloop</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<main>\n<h1>")
                .append(bdi(title))
                .append("</h1>\n<ul>\n");
        Headline.sentences(report)
                .forEach(sentence -> page.append("<li>").append(bdi(sentence)).append("</li>\n"));
        page.append("</ul>\n");
        Sections.of(report).forEach(section -> append(page, section));
        return page.append("</main>\n<footer>Written by Perfloop at ")
                .append(bdi(report.madeAt()))
                .append(". Times are those of ")
                .append(bdi(report.zone()))
                .append(
                        ". The mean of a percentile is that of the readings' percentiles, not the percentile of the time. "
                                + "A dash is what is not known.</footer>\n</body>\n</html>\n")
                .toString();
    }

    private void append(StringBuilder page, Section section) {
        page.append("<h2>").append(escaped(section.title())).append("</h2>\n");
        if (section.rows().isEmpty()) {
            page.append("<p>").append(escaped(section.empty())).append("</p>\n");
            return;
        }
        if (!section.note().isEmpty()) {
            page.append("<p class=\"note\">").append(escaped(section.note())).append("</p>\n");
        }
        page.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .append(escaped(section.title()))
                .append("\"><table>\n<thead><tr>");
        section.columns()
                .forEach(column -> page.append("<th scope=\"col\">")
                        .append(escaped(column))
                        .append("</th>"));
        page.append("</tr></thead>\n<tbody>\n");
        for (List<@Nullable Object> row : section.rows()) {
            append(page, section.columns(), row);
        }
        page.append("</tbody>\n</table></div>\n");
    }

    private void append(StringBuilder page, List<String> columns, List<@Nullable Object> row) {
        page.append("<tr>");
        for (int i = 0; i < row.size(); i++) {
            Object value = row.get(i);
            if (value instanceof Section.Course course) {
                page.append("<td>").append(drawn(course)).append("</td>");
                continue;
            }
            String text = cells.text(value);
            String inner = CODE.contains(columns.get(i)) && text.length() > LONG
                    ? "<code>" + bdi(value) + "</code>"
                    : bdi(value);
            page.append(text.length() > LONG ? "<td class=\"long\">" : "<td class=\"n" + tone(text) + "\">")
                    .append(inner)
                    .append("</td>");
        }
        page.append("</tr>\n");
    }

    private static String tone(String text) {
        return switch (text) {
            case "better", "Earns" -> " good";
            case "worse", "Fades", "Unused", "Missing", "Critical" -> " bad";
            default -> "";
        };
    }

    /** A line that breaks off where nothing was told. */
    private static String drawn(Section.Course course) {
        var values = course.values().stream().filter(Objects::nonNull).toList();
        if (values.isEmpty()) {
            return "–";
        }
        double low = values.stream().mapToDouble(it -> it).min().orElse(0);
        double high = Math.max(values.stream().mapToDouble(it -> it).max().orElse(1), low + 1e-9);
        var path = new StringBuilder();
        boolean on = false;
        for (int i = 0; i < course.values().size(); i++) {
            Double value = course.values().get(i);
            if (value != null) {
                double x = (double) i / Math.max(1, course.values().size() - 1) * WIDTH;
                double y = HEIGHT - 2 - (value - low) / (high - low) * (HEIGHT - 4);
                path.append(String.format(Locale.ROOT, "%s%.1f %.1f", on ? "L" : "M", x, y));
                // A single value between two gaps is a dot.
                path.append(on ? "" : String.format(Locale.ROOT, "l1 0"));
            }
            on = value != null;
        }
        return "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"from %s to %s\"><path d=\"%s\"/></svg>"
                .formatted(WIDTH, HEIGHT, Cells.number(low), Cells.number(high), path);
    }

    /** Isolated, so that a name written from right to left turns nothing around it. */
    private String bdi(@Nullable Object value) {
        return "<bdi>" + escaped(cells.text(value)) + "</bdi>";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
