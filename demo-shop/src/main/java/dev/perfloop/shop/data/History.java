package dev.perfloop.shop.data;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.SplittableRandom;

/** The three years before a day. A shop that grows steadily: twice as far in time means four times as many orders. */
record History(LocalDate asOf) {

    private static final long SECONDS = 3L * 365 * 24 * 3600;

    OffsetDateTime start() {
        return end().minusSeconds(SECONDS);
    }

    OffsetDateTime end() {
        return asOf.atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    /** When the given of all events happened; ascending with the event's number. */
    OffsetDateTime of(int event, int events) {
        return start().plusSeconds((long) (SECONDS * Math.sqrt((event + 0.5) / events)));
    }

    OffsetDateTime anywhere(SplittableRandom random) {
        return start().plusSeconds(random.nextLong(SECONDS));
    }
}
