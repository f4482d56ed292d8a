package dev.perfloop.web.exports.report;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** The report as one page: styles and pictures inside, no script, nothing loaded; made to be printed too. */
public final class HtmlReport {
    private static final Set<String> CODE = Set.of("Statement", "Undo", "Run");

    /** Letters from which on a cell wants a line of some width. */
    private static final int LONG = 60;

    private static final String STYLE = """
            :root { color-scheme: light dark; --text: #161616; --muted: #525252; --line: #e0e0e0; --ground: #fff;
              --before: #6f6f6f; --after: #0f62fe; --good: #0e6027; --bad: #a2191f; }
            @media screen and (prefers-color-scheme: dark) { :root { --text: #f4f4f4; --muted: #c6c6c6; --line: #393939;
              --ground: #161616; --before: #a8a8a8; --after: #78a9ff; --good: #42be65; --bad: #ff8389; } }
            body { max-width: 75rem; margin: 0 auto; padding: 1.5rem; background: var(--ground); color: var(--text);
              font: 14px/1.45 'IBM Plex Sans', system-ui, sans-serif; }
            h1 { font-size: 1.5rem; font-weight: 400; overflow-wrap: anywhere; }
            h2 { margin: 2rem 0 .5rem; font-size: 1rem; break-after: avoid; }
            h3 { margin: 1rem 0 .25rem; font-size: .875rem; break-after: avoid; }
            dl { display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin: 0; }
            dl > div { max-width: 100%; }
            dt { color: var(--muted); font-size: .75rem; }
            dd { margin: 0; overflow-wrap: anywhere; }
            .scroll { overflow-x: auto; }
            table { width: 100%; border-collapse: collapse; font-size: .8125rem; }
            th { color: var(--muted); font-weight: 600; text-align: left; }
            th, td { padding: .25rem .5rem .25rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
            td { min-width: 5rem; overflow-wrap: anywhere; }
            td.long { min-width: 14rem; }
            td.n { min-width: 0; font-variant-numeric: tabular-nums; overflow-wrap: normal; text-align: right; white-space: nowrap; }
            code { font: .75rem/1.4 'IBM Plex Mono', ui-monospace, monospace; white-space: pre-wrap; }
            tr { break-inside: avoid; }
            .pictures { display: grid; margin-top: 1rem; gap: 1rem 2rem; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); }
            figure { margin: 0; break-inside: avoid; }
            figcaption, footer, .muted { color: var(--muted); font-size: .75rem; }
            svg { width: 100%; height: auto; fill: none; }
            svg text { fill: var(--muted); font: 10px 'IBM Plex Sans', system-ui, sans-serif; }
            .grid { stroke: var(--line); } .zero { stroke: var(--muted); }
            .before { stroke: var(--before); stroke-dasharray: 5 4; } .after { stroke: var(--after); }
            .gain { stroke: var(--good); } .loss { stroke: var(--bad); } .unsure { stroke: var(--before); }
            .curve { stroke-width: 1.5; } .interval { stroke-width: 2; }
            footer { margin-top: 2rem; }
            @media print { body { max-width: none; padding: 0; font-size: 11px; } .scroll { overflow: visible; } }
            """;

    private HtmlReport() {}

    public static String of(RunReport report) {
        var page = new StringBuilder();
        page.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
                .append("<title>")
                .append(escaped(report.title()))
                .append(" · Perfloop</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<main>\n<h1>")
                .append(bdi(report.title()))
                .append("</h1>\n");
        facts(page, report.facts());
        verdict(page, report);
        report.sections().forEach(table -> section(page, table));
        page.append("</main>\n<footer>Written by Perfloop. Times are in UTC. A verdict rests on the intervals shown; "
                + "a figure without one is a measurement, not a verdict.</footer>\n</body>\n</html>\n");
        return page.toString();
    }

    private static void facts(StringBuilder page, Table facts) {
        List<@Nullable Object> row = facts.rows().getFirst();
        page.append("<dl>\n");
        for (int i = 0; i < row.size(); i++) {
            if (row.get(i) != null) {
                page.append("<div><dt>")
                        .append(escaped(facts.columns().get(i)))
                        .append("</dt><dd>")
                        .append(bdi(Cells.text(row.get(i))))
                        .append("</dd></div>\n");
            }
        }
        page.append("</dl>\n");
    }

    private static void verdict(StringBuilder page, RunReport report) {
        if (report.verdict().isEmpty()) {
            return;
        }
        page.append("<h2>Verdict</h2>\n");
        facts(page, report.verdict());
        page.append("<div class=\"pictures\">\n").append(IntervalPicture.of(report.intervals()));
        report.distributions().forEach(distribution -> page.append(CurvePicture.of(distribution)));
        page.append("</div>\n");
    }

    private static void section(StringBuilder page, Table table) {
        page.append("<h2>").append(escaped(table.name())).append("</h2>\n<div class=\"scroll\"><table>\n<thead><tr>");
        table.columns()
                .forEach(column -> page.append("<th scope=\"col\">")
                        .append(escaped(column))
                        .append("</th>"));
        page.append("</tr></thead>\n<tbody>\n");
        for (List<@Nullable Object> row : table.rows()) {
            row(page, table.columns(), row);
        }
        page.append("</tbody>\n</table></div>\n");
    }

    private static void row(StringBuilder page, List<String> columns, List<@Nullable Object> row) {
        page.append("<tr>");
        for (int i = 0; i < row.size(); i++) {
            Object value = row.get(i);
            String text = bdi(Cells.text(value));
            page.append(
                            Cells.isNumber(value)
                                    ? "<td class=\"n\">"
                                    : text.length() > LONG ? "<td class=\"long\">" : "<td>")
                    .append(value != null && CODE.contains(columns.get(i)) ? "<code>" + text + "</code>" : text)
                    .append("</td>");
        }
        page.append("</tr>\n");
    }

    /** Isolated, so that a name written from right to left turns nothing around it. */
    private static String bdi(String text) {
        return "<bdi>" + escaped(text) + "</bdi>";
    }

    static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
