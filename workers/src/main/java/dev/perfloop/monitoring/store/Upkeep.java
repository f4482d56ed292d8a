package dev.perfloop.monitoring.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/** Makes the partitions of the days to come and drops those that are kept no longer. */
@Service
public class Upkeep {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final Duration AHEAD = Duration.ofDays(3);

    private final PartitionRepository partitions;
    private final AgeingRepository ageing;
    private final StoreProperties properties;
    private final InstantSource clock;

    Upkeep(PartitionRepository partitions, AgeingRepository ageing, StoreProperties properties, InstantSource clock) {
        this.partitions = partitions;
        this.ageing = ageing;
        this.properties = properties;
        this.clock = clock;
    }

    /** Two of us at once do no harm. */
    public void run() {
        Instant now = clock.instant();
        for (var resolution : Resolution.values()) {
            for (int day = 0; day <= AHEAD.toDays(); day++) {
                partitions.ensure(resolution, now.plus(Duration.ofDays(day)));
            }
            try {
                partitions.drop(resolution, now.minus(properties.keep(resolution)));
            } catch (DataAccessException busy) {
                LOG.info("Old partitions of {} are dropped later: {}", resolution, busy.getMessage());
            }
        }
        ageing.forget(now.minus(properties.keepAssessments()), now.minus(properties.keepHours()));
    }
}
