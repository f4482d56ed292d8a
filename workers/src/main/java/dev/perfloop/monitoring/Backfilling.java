package dev.perfloop.monitoring;

import dev.perfloop.monitoring.GapRepository.Gap;
import dev.perfloop.monitoring.series.Reading;
import dev.perfloop.monitoring.source.History;
import dev.perfloop.monitoring.source.SourceSilent;
import dev.perfloop.monitoring.store.Samples;
import dev.perfloop.target.MetricsServer;
import dev.perfloop.target.TargetReader;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Fills gaps with what the server that keeps a service's metrics has of that time. */
@Service
class Backfilling {
    private static final Logger LOG = LoggerFactory.getLogger(Backfilling.class);

    private final MonitoringRepository monitored;
    private final GapRepository gaps;
    private final TargetReader reader;
    private final History history;
    private final Samples samples;

    Backfilling(
            MonitoringRepository monitored, GapRepository gaps, TargetReader reader, History history, Samples samples) {
        this.monitored = monitored;
        this.gaps = gaps;
        this.reader = reader;
        this.history = history;
        this.samples = samples;
    }

    /** Where the server does not answer, the gap stays to be filled in a later cycle. */
    void fill(String targetName) throws InterruptedException {
        var wanted = monitored.wanted(targetName);
        if (wanted.isEmpty()) {
            return;
        }
        var target = reader.read(wanted.get().definition());
        for (var gap : gaps.toFill(targetName)) {
            try {
                fill(
                        targetName,
                        gap,
                        target.metricsServer() instanceof MetricsServer server
                                ? history.readings(server, gap.since(), gap.until())
                                : List.of());
            } catch (SourceSilent silent) {
                LOG.info("A gap of {} is not filled yet: {}", targetName, silent.reason());
            }
        }
    }

    /** What was told of the whole gap at its end is from then on told only of the time after the last filled reading. */
    private void fill(String target, Gap gap, List<Reading> readings) {
        samples.keep(target, readings, () -> {
            if (!readings.isEmpty()) {
                var last = readings.getLast().at();
                gaps.shorten(target, gap, Duration.between(last, gap.until()));
            }
            gaps.filled(target, gap, readings.isEmpty() ? Recovered.TOTALS : Recovered.SAMPLES);
        });
        if (!readings.isEmpty()) {
            samples.settle(target, gap.until());
        }
    }
}
