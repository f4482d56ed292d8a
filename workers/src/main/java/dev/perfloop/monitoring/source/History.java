package dev.perfloop.monitoring.source;

import dev.perfloop.monitoring.series.Reading;
import dev.perfloop.monitoring.series.Source;
import dev.perfloop.profiling.Glances;
import dev.perfloop.target.MetricsServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/** Readings of a service's metrics as a Prometheus server has kept them, made as the live ones are. */
@Service
public class History {
    /** One scrape from before the gap lets the first one in it tell rates; servers scrape once a minute or more often. */
    private static final Duration BEFORE = Duration.ofMinutes(2);

    private final HistoryDoor door;
    private final ServiceTelling telling;
    private final List<String> names;

    History(HistoryDoor door, PrometheusSource live, Glances glances) {
        this.door = door;
        this.telling = new ServiceTelling(glances::service);
        this.names = List.copyOf(live.names());
    }

    /**
     * In order of time, after {@code since} and before {@code until}.
     *
     * @throws SourceSilent when the server does not answer
     */
    public List<Reading> readings(MetricsServer server, Instant since, Instant until)
            throws SourceSilent, InterruptedException {
        List<Reading> readings = new ArrayList<>();
        Counters before = null;
        for (var scrape :
                door.scraped(server, names, since.minus(BEFORE), until).entrySet()) {
            var told = telling.told(scrape.getValue(), scrape.getKey());
            if (scrape.getKey().isAfter(since) && scrape.getKey().isBefore(until)) {
                readings.add(told.reading(Source.PROMETHEUS, before));
            }
            before = told.counters();
        }
        return readings;
    }
}
