package dev.perfloop.profiling;

import dev.perfloop.profiling.statement.Normalised;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What samples of the sessions met. Where nobody counts statements, the share of the samples that met one estimates its share
 * of the database's time (as active session history does elsewhere); how often it ran cannot be told.
 */
final class SeenWork {
    /** {@code track_activity_query_size} as it is when nobody sets it; one byte ends the text. */
    private static final int USUALLY_CUT_OFF_AT = 1023;

    private final Map<String, Long> waits = new TreeMap<>();
    private final Map<String, Long> statements = new HashMap<>();
    private long samples;
    private boolean cutOff;

    void add(Sampler.Moment moment) {
        samples++;
        moment.waits().forEach((wait, sessions) -> waits.merge(wait, sessions, Long::sum));
        moment.statements().forEach((text, sessions) -> {
            cutOff |= text.getBytes(StandardCharsets.UTF_8).length >= USUALLY_CUT_OFF_AT - 3
                    && text.getBytes(StandardCharsets.UTF_8).length <= USUALLY_CUT_OFF_AT;
            statements.merge(Normalised.of(text), sessions, Long::sum);
        });
    }

    Map<String, Long> waits() {
        return waits;
    }

    /** By their normalised texts, in how many samples of a session each was met. */
    Map<String, Long> statements() {
        return Collections.unmodifiableMap(statements);
    }

    boolean cutOff() {
        return cutOff;
    }

    /**
     * The one with most time first; calls, rows and blocks are 0.
     *
     * @param window that the samples are spread over
     */
    List<StatementFacts> statements(Duration window) {
        double msEach = samples == 0 ? 0 : (double) window.toMillis() / samples;
        double all = statements.values().stream().mapToLong(Long::longValue).sum();
        return statements.entrySet().stream()
                .map(seen -> new StatementFacts(
                        id(seen.getKey()),
                        seen.getKey(),
                        0,
                        seen.getValue() * msEach,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        seen.getValue() / all))
                .sorted(Comparator.comparingDouble(StatementFacts::totalMs)
                        .reversed()
                        .thenComparingLong(StatementFacts::queryId))
                .toList();
    }

    /** The server computes none; the same text has the same in every run. */
    private static long id(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
    }
}
