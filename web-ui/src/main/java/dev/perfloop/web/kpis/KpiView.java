package dev.perfloop.web.kpis;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How well monitoring itself works. What nothing is known of is absent, never 0.
 *
 * @param collectionShare readings that told something, of those that were due, 0 to 1
 * @param alerts how many opened in the time
 * @param confirmed of them, those of which a person said that they were real
 * @param dismissed of them, those of which a person said that they were noise
 * @param accuracyShare confirmed, of those that a person judged
 * @param noticedP50Seconds from when a trouble had lasted as long as its threshold wants until the alert was open; p95 beside it
 * @param toldP50Seconds the same until the first receiver had it
 * @param recoveredP50Seconds from the alert's opening until its values were back inside for as long
 */
record KpiView(
        @Nullable String target,
        Instant from,
        Instant to,
        @Nullable Double collectionShare,
        long alerts,
        long confirmed,
        long dismissed,
        @Nullable Double accuracyShare,
        @Nullable Double noticedP50Seconds,
        @Nullable Double noticedP95Seconds,
        @Nullable Double toldP50Seconds,
        @Nullable Double toldP95Seconds,
        @Nullable Double recoveredP50Seconds,
        @Nullable Double recoveredP95Seconds) {}
