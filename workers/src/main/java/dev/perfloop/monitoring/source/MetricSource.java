package dev.perfloop.monitoring.source;

import dev.perfloop.monitoring.series.Source;
import dev.perfloop.target.Target;
import java.time.Duration;
import java.time.Instant;

/** Something that tells of a target. */
public interface MetricSource {

    Source source();

    /** Whether this target has it. */
    boolean serves(Target target);

    /** How often it is asked at most. */
    Duration every();

    /**
     * Asks it once.
     *
     * @throws SourceSilent when it does not tell
     */
    Told ask(Target target, Instant at) throws SourceSilent, InterruptedException;
}
