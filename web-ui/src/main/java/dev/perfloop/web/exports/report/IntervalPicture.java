package dev.perfloop.web.exports.report;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Effects on p95 with their intervals, as the verdict has them. */
final class IntervalPicture {
    private static final int ROW = 18;
    private static final int NAMES = 190;
    private static final int WIDTH = 520;
    private static final int LONGEST_NAME = 30;
    /** Beyond it an effect is drawn at the edge. */
    private static final double WIDEST_PCT = 100;

    private final double least;
    private final double most;

    private IntervalPicture(List<List<@Nullable Object>> rows) {
        double lowest = 0;
        double highest = 1;
        for (List<@Nullable Object> row : rows) {
            lowest = Math.min(lowest, number(row, 3));
            highest = Math.max(highest, number(row, 4));
        }
        least = Math.max(-WIDEST_PCT, lowest);
        most = Math.min(WIDEST_PCT, highest);
    }

    static String of(Table intervals) {
        return intervals.isEmpty() ? "" : new IntervalPicture(intervals.rows()).drawn(intervals.rows());
    }

    private String drawn(List<List<@Nullable Object>> rows) {
        int height = (rows.size() + 1) * ROW;
        var svg = new StringBuilder(
                "<figure><figcaption>Effect on p95 with its interval, in percent; one that crosses the "
                        + "line at 0 is neither gain nor loss</figcaption>\n");
        svg.append(format(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Effects on p95; the figures are in the table\">",
                WIDTH, height));
        svg.append(format(
                "<line class=\"zero\" x1=\"%.1f\" y1=\"0\" x2=\"%.1f\" y2=\"%d\"/>", x(0), x(0), rows.size() * ROW));
        for (int i = 0; i < rows.size(); i++) {
            svg.append(row(rows.get(i), i * ROW + ROW / 2));
        }
        int foot = height - 4;
        svg.append(format("<text x=\"%d\" y=\"%d\">%s %%</text>", NAMES, foot, Cells.number(least)));
        svg.append(format("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s %%</text>", WIDTH, foot, Cells.number(most)));
        return svg.append("</svg></figure>\n").toString();
    }

    private String row(List<@Nullable Object> row, int y) {
        double effect = number(row, 2);
        double low = number(row, 3);
        double high = number(row, 4);
        String tone = low * high <= 0 ? "unsure" : effect < 0 ? "gain" : "loss";
        return format("<text x=\"0\" y=\"%d\">%s</text>", y + 4, HtmlReport.escaped(name(row)))
                + format(
                        "<line class=\"interval %s\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>",
                        tone, x(low), y, x(high), y)
                + format("<circle class=\"interval %s\" cx=\"%.1f\" cy=\"%d\" r=\"3\"/>", tone, x(effect), y);
    }

    private static String name(List<@Nullable Object> row) {
        String request = Cells.text(row.get(1));
        String name = Cells.text(row.get(0)) + ", " + (request.isEmpty() ? "all requests" : request);
        int[] letters = name.codePoints().limit(LONGEST_NAME + 1L).toArray();
        return letters.length > LONGEST_NAME ? new String(letters, 0, LONGEST_NAME - 1) + "…" : name;
    }

    private double x(double pct) {
        return NAMES + (Math.clamp(pct, least, most) - least) / (most - least) * (WIDTH - NAMES);
    }

    private static double number(List<@Nullable Object> row, int column) {
        return row.get(column) instanceof Number number ? number.doubleValue() : 0;
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
