package dev.perfloop.web.exports.report;

import dev.perfloop.web.loads.DistributionView;
import dev.perfloop.web.loads.DistributionView.SideView;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Percentiles before and after: percentiles by their number of nines, response times on a logarithmic axis. */
final class CurvePicture {
    private static final int WIDTH = 520;
    private static final int HEIGHT = 240;
    private static final int LEFT = 56;
    private static final int BOTTOM = 20;
    private static final double MOST_NINES = 4;
    private static final List<Double> TICKS = List.of(0.0, 50.0, 90.0, 99.0, 99.9, 99.99);

    private final double least;
    private final double most;

    private CurvePicture(List<Double> all) {
        least = Math.floor(Math.log10(all.stream().mapToDouble(ms -> ms).min().orElse(1)));
        most = Math.max(
                least + 1,
                Math.ceil(Math.log10(all.stream().mapToDouble(ms -> ms).max().orElse(1))));
    }

    static String of(DistributionView distribution) {
        List<Double> all = distribution.sides().stream()
                .flatMap(side -> side.ms().stream())
                .filter(Objects::nonNull)
                .filter(ms -> ms > 0)
                .toList();
        return all.isEmpty() ? "" : new CurvePicture(all).drawn(distribution);
    }

    private String drawn(DistributionView distribution) {
        String load = distribution.profile().toLowerCase(Locale.ROOT);
        var svg = new StringBuilder(format(
                "<figure><figcaption>Percentiles of all requests under %s load, before (dashed) and after</figcaption>\n"
                        + "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Percentiles under %s load\">",
                load, WIDTH, HEIGHT, load));
        for (double tick : TICKS) {
            double x = x(tick);
            svg.append(format(
                    "<line class=\"grid\" x1=\"%.1f\" y1=\"0\" x2=\"%.1f\" y2=\"%d\"/><text x=\"%.1f\" y=\"%d\" "
                            + "text-anchor=\"middle\">p%s</text>",
                    x, x, HEIGHT - BOTTOM, Math.clamp(x, LEFT, WIDTH - 16.0), HEIGHT - 6, Cells.number(tick)));
        }
        for (double decade = least; decade <= most; decade++) {
            double y = y(Math.pow(10, decade));
            svg.append(format(
                    "<line class=\"grid\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/><text x=\"%d\" y=\"%.1f\" "
                            + "text-anchor=\"end\">%s ms</text>",
                    LEFT, y, WIDTH, y, LEFT - 6, Math.max(9, y + 3), Cells.number(Math.pow(10, decade))));
        }
        distribution.sides().forEach(side -> svg.append(curve(distribution.percentiles(), side)));
        return svg.append("</svg></figure>\n").toString();
    }

    private String curve(List<Double> percentiles, SideView side) {
        String points = IntStream.range(0, percentiles.size())
                .mapToObj(i -> point(percentiles.get(i), side.ms().get(i)))
                .filter(point -> !point.isEmpty())
                .collect(Collectors.joining(" "));
        return format(
                "<polyline class=\"curve %s\" points=\"%s\"/>",
                side.phase().equals("BEFORE") ? "before" : "after", points);
    }

    private String point(double percentile, @Nullable Double ms) {
        return ms == null || ms <= 0 ? "" : format("%.1f,%.1f", x(percentile), y(ms));
    }

    private static double x(double percentile) {
        return LEFT - Math.log10(1 - percentile / 100) / MOST_NINES * (WIDTH - LEFT);
    }

    private double y(double ms) {
        return (most - Math.log10(ms)) / (most - least) * (HEIGHT - BOTTOM);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
