package dev.perfloop.monitoring.source;

import static dev.perfloop.monitoring.series.SeriesKey.gauge;
import static dev.perfloop.monitoring.series.SeriesKey.percentile;
import static dev.perfloop.monitoring.series.SeriesKey.rate;
import static dev.perfloop.monitoring.series.Source.PROMETHEUS;

import dev.perfloop.monitoring.series.Measured;
import dev.perfloop.monitoring.series.SeriesKey;
import dev.perfloop.target.PrometheusText.Measurement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The requests a service answered, by route: how many, how long, how many failed. Its own management routes do not count. */
final class Routes {
    private static final String REQUESTS = "http_server_requests_seconds";
    private static final SeriesKey RATE = rate(PROMETHEUS, "requests_per_second", "1/s");
    private static final SeriesKey MEAN = gauge(PROMETHEUS, "request_mean_ms", "ms");
    private static final SeriesKey ERRORS = gauge(PROMETHEUS, "request_error_share", "share");
    private static final SeriesKey P95 = percentile(PROMETHEUS, "request_p95_ms", "ms");

    /**
     * One line of the metrics.
     *
     * @param route it belongs to; empty where nothing tells
     * @param failed 1 for requests that failed, 0 for others, not a number where that is not known
     */
    private record Line(String route, String part, double failed, double upTo, String counter) {}

    private final List<Line> lines = new ArrayList<>();

    static List<String> names() {
        return List.of(REQUESTS, "http_server_requests", REQUESTS + "_count", REQUESTS + "_sum", REQUESTS + "_bucket");
    }

    void note(Measurement told, Map<String, Double> counters) {
        if (!told.name().startsWith(REQUESTS + "_") || told.label("uri").startsWith("/actuator")) {
            return;
        }
        String part = told.name().substring(REQUESTS.length() + 1);
        if (!part.equals("count") && !part.equals("sum") && !part.equals("bucket")) {
            return;
        }
        double upTo = part.equals("bucket") ? bound(told.label("le")) : 0;
        if (Double.isNaN(upTo)) {
            return;
        }
        String counter = told.name() + "{" + told.labels() + "}";
        counters.put(counter, told.value());
        lines.add(new Line(
                (told.label("method") + " " + told.label("uri")).strip(),
                part,
                failed(told.label("status"), told.label("outcome")),
                upTo,
                counter));
    }

    List<Measured> rates(Growth growth) {
        Map<String, Sum> routes = new HashMap<>();
        var all = new Sum();
        boolean anything = false;
        for (var line : lines) {
            double added = growth.of(line.counter());
            if (Double.isFinite(added)) {
                if (!line.route().isEmpty()) {
                    routes.computeIfAbsent(line.route(), route -> new Sum()).add(line, added);
                }
                all.add(line, added);
                anything = true;
            }
        }
        List<Measured> rates = new ArrayList<>();
        if (anything) {
            rates.add(RATE.at(all.requests / growth.seconds()));
            all.measure(MEAN, ERRORS, P95, rates);
        }
        routes.forEach((route, sum) -> {
            rates.add(RATE.of(route).at(sum.requests / growth.seconds()));
            sum.measure(MEAN.of(route), ERRORS.of(route), P95.of(route), rates);
        });
        return rates;
    }

    /** A share of failures; not a number where neither label is there, as a server may keep fewer than the service tells. */
    private static double failed(String status, String outcome) {
        if (status.isEmpty() && outcome.isEmpty()) {
            return Double.NaN;
        }
        return status.startsWith("5") || outcome.equals("SERVER_ERROR") ? 1 : 0;
    }

    /** Not a number where the bucket does not say how far it goes. */
    private static double bound(String le) {
        try {
            return le.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(le);
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }

    private static final class Sum {
        private final Buckets buckets = new Buckets();
        private double requests;
        private double failed;
        /** Not a number until anything tells it. */
        private double seconds = Double.NaN;

        void add(Line line, double added) {
            switch (line.part()) {
                case "sum" -> seconds = Double.isNaN(seconds) ? added : seconds + added;
                case "bucket" -> buckets.add(line.upTo(), added);
                default -> {
                    requests += added;
                    failed += added == 0 ? 0 : line.failed() * added;
                }
            }
        }

        /** Without requests there is neither a time nor a share. */
        void measure(SeriesKey mean, SeriesKey errors, SeriesKey p95, List<Measured> into) {
            into.add(mean.at(seconds / requests * 1000));
            into.add(errors.at(failed / requests));
            into.add(p95.at(buckets.quantile(0.95) * 1000));
        }
    }
}
