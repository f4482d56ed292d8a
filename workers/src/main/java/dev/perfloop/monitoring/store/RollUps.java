package dev.perfloop.monitoring.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Service;

/** Keeps minutes, hours and days in step with the readings. */
@Service
public class RollUps {
    private static final List<Resolution> FINEST_FIRST = List.of(Resolution.MINUTE, Resolution.HOUR, Resolution.DAY);

    private final RollUpRepository rows;
    private final PartitionRepository partitions;
    private final StoreProperties properties;
    private final InstantSource clock;

    RollUps(RollUpRepository rows, PartitionRepository partitions, StoreProperties properties, InstantSource clock) {
        this.rows = rows;
        this.partitions = partitions;
        this.properties = properties;
        this.clock = clock;
    }

    /** Whatever has become whole since the last time. */
    public void catchUp() {
        Instant upTo = clock.instant().minus(properties.late());
        for (var resolution : FINEST_FIRST) {
            upTo = resolution.floor(upTo);
            boolean more = true;
            while (more) {
                var mark = rows.mark(resolution);
                if (mark.isEmpty()) {
                    return;
                }
                ensure(resolution, mark.get(), upTo);
                more = rows.advance(resolution, upTo);
            }
            upTo = rows.mark(resolution).orElse(upTo);
        }
    }

    /** Of readings that came after their time was rolled up. */
    void again(String target, Instant first, Instant last) {
        if (first.isAfter(clock.instant().minus(properties.late()))) {
            return;
        }
        for (var resolution : FINEST_FIRST) {
            // Whoever rolls up just now may not have seen them.
            var mark = rows.settledMark(resolution);
            if (mark.isPresent() && first.isBefore(mark.get())) {
                ensure(resolution, first, last);
                Instant end = last.isBefore(mark.get()) ? last.plusNanos(1000) : mark.get();
                rows.again(resolution, first, end, target);
            }
        }
    }

    private void ensure(Resolution resolution, Instant from, Instant until) {
        for (Instant at = from; at.isBefore(until); at = at.plus(Resolution.DAY.length())) {
            partitions.ensure(resolution, at);
        }
        partitions.ensure(resolution, until);
    }
}
