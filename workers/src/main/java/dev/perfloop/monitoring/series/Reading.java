package dev.perfloop.monitoring.series;

import java.time.Instant;
import java.util.List;

/**
 * What one source told at one time.
 *
 * @param seconds the time that its rates cover
 */
public record Reading(Source source, Instant at, double seconds, List<Measured> measured) {

    public Reading {
        measured = measured.stream().filter(Measured::isNumber).toList();
    }
}
