package dev.perfloop.monitoring.source;

import static dev.perfloop.monitoring.series.SeriesKey.gauge;
import static dev.perfloop.monitoring.series.SeriesKey.rate;
import static dev.perfloop.monitoring.series.Source.PROMETHEUS;

import dev.perfloop.monitoring.series.Measured;
import dev.perfloop.monitoring.series.SeriesKey;
import dev.perfloop.profiling.Metrics;
import dev.perfloop.target.PrometheusText.Measurement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Makes series of what a service tells in the Prometheus format, live or from a server's history: its CPU, heap, pool and
 * garbage collection, and each route's requests, as Micrometer names them.
 */
final class ServiceTelling {
    static final String STARTED = "process_start_time_seconds";

    private static final Map<String, SeriesKey> MOMENTS = Map.of(
            Metrics.PROCESS_CPU_SHARE, gauge(PROMETHEUS, Metrics.PROCESS_CPU_SHARE, "share"),
            Metrics.SYSTEM_CPU_SHARE, gauge(PROMETHEUS, Metrics.SYSTEM_CPU_SHARE, "share"),
            Metrics.HEAP_USED_BYTES, gauge(PROMETHEUS, Metrics.HEAP_USED_BYTES, "bytes"),
            Metrics.HEAP_MAX_BYTES, gauge(PROMETHEUS, Metrics.HEAP_MAX_BYTES, "bytes"),
            Metrics.POOL_ACTIVE_CONNECTIONS, gauge(PROMETHEUS, Metrics.POOL_ACTIVE_CONNECTIONS, "1"),
            Metrics.POOL_PENDING_THREADS, gauge(PROMETHEUS, Metrics.POOL_PENDING_THREADS, "1"),
            Metrics.POOL_MAX_CONNECTIONS, gauge(PROMETHEUS, Metrics.POOL_MAX_CONNECTIONS, "1"));

    private static final SeriesKey GC_PAUSE_SHARE = rate(PROMETHEUS, "gc_pause_share", "share");
    private static final SeriesKey POOL_WAIT = rate(PROMETHEUS, "pool_waiting_threads", "1");

    private final Function<List<Measurement>, Map<String, Double>> service;

    /** @param service picks the values by the names in {@link Metrics} */
    ServiceTelling(Function<List<Measurement>, Map<String, Double>> service) {
        this.service = service;
    }

    Told told(List<Measurement> measurements, Instant at) {
        var values = service.apply(measurements);
        Map<String, Double> counters = new HashMap<>();
        for (String total : List.of(Metrics.GC_PAUSE_SECONDS_TOTAL, Metrics.POOL_WAIT_SECONDS_TOTAL)) {
            if (values.get(total) instanceof Double value) {
                counters.put(total, value);
            }
        }
        var routes = new Routes();
        for (var measurement : measurements) {
            routes.note(measurement, counters);
        }
        double started = started(measurements);
        return new Told(
                new Counters(
                        at,
                        Double.isNaN(started) ? "" : String.valueOf(started),
                        at.toEpochMilli() / 1e3 - started,
                        true,
                        counters),
                moment(values),
                growth -> rates(growth, routes));
    }

    private static double started(List<Measurement> measurements) {
        return measurements.stream()
                .filter(it -> it.name().equals(STARTED))
                .mapToDouble(Measurement::value)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static List<Measured> moment(Map<String, Double> values) {
        List<Measured> moment = new ArrayList<>();
        MOMENTS.forEach((metric, key) -> {
            if (values.get(metric) instanceof Double value) {
                moment.add(key.at(value));
            }
        });
        return moment;
    }

    private static List<Measured> rates(Growth growth, Routes routes) {
        List<Measured> rates = new ArrayList<>(routes.rates(growth));
        rates.add(GC_PAUSE_SHARE.at(growth.rate(Metrics.GC_PAUSE_SECONDS_TOTAL)));
        // Seconds of waiting a second is how many threads waited, on average.
        rates.add(POOL_WAIT.at(growth.rate(Metrics.POOL_WAIT_SECONDS_TOTAL)));
        return rates;
    }
}
