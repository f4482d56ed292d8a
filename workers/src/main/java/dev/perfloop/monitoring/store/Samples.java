package dev.perfloop.monitoring.store;

import dev.perfloop.monitoring.series.Measured;
import dev.perfloop.monitoring.series.Reading;
import dev.perfloop.monitoring.series.SeriesKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps readings. */
@Service
public class Samples {
    private final SampleRepository rows;
    private final SeriesRepository series;
    private final PartitionRepository partitions;
    private final RollUps rollUps;
    private final TransactionTemplate transaction;

    Samples(
            SampleRepository rows,
            SeriesRepository series,
            PartitionRepository partitions,
            RollUps rollUps,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.series = series;
        this.partitions = partitions;
        this.rollUps = rollUps;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * All or nothing. Readings whose time is rolled up already are added to it.
     *
     * @param besides what belongs to them, in the same transaction
     * @return how many values were kept
     */
    public int keep(String target, List<Reading> readings, Runnable besides) {
        var told = readings.stream().filter(it -> !it.measured().isEmpty()).toList();
        Map<SeriesKey, Integer> ids = ids(target, told);
        told.forEach(reading -> partitions.ensure(Resolution.RAW, reading.at()));
        Integer kept = transaction.execute(begun -> {
            int values = 0;
            for (var reading : told) {
                rows.begin(reading.at());
                values += rows.add(target, reading, ids) ? reading.measured().size() : 0;
            }
            besides.run();
            return values;
        });
        told.stream().map(Reading::at).min(Comparator.naturalOrder()).ifPresent(first -> {
            Instant last = told.stream()
                    .map(Reading::at)
                    .max(Comparator.naturalOrder())
                    .orElse(first);
            rollUps.again(target, first, last);
        });
        return kept == null ? 0 : kept;
    }

    /** Rolls up again the time that a reading belongs to, as it was changed. */
    public void settle(String target, Instant at) {
        rollUps.again(target, at, at);
    }

    private Map<SeriesKey, Integer> ids(String target, List<Reading> told) {
        return told.isEmpty()
                ? Map.of()
                : series.ids(
                        target,
                        told.stream()
                                .flatMap(it -> it.measured().stream())
                                .map(Measured::key)
                                .distinct()
                                .toList(),
                        told.getFirst().at());
    }
}
