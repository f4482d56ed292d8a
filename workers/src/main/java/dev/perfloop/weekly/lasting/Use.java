package dev.perfloop.weekly.lasting;

import java.time.Instant;

/** What became of the use of an index in a time. */
sealed interface Use {

    /** @param since counted from here, which may be later than the time began */
    record Scanned(long scans, Instant since, Instant until, long bytes) implements Use {}

    /** It is not there. */
    record Missing() implements Use {}

    /** There is no index to look at. */
    record None() implements Use {}

    record Unknown(String why) implements Use {}
}
