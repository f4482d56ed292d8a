package dev.perfloop.profiling;

import dev.perfloop.run.Intensity;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param patience how long the load may keep us waiting, at its beginning or between two attempts
 * @param quick    longest window of a quick run, as standard and thorough are of theirs
 * @param plans    of how many statements plans are asked for at most
 * @param analyse  longest that one statement is run for its plan, where the target allows it
 * @param analyseAll longest for all of them together
 */
@ConfigurationProperties("perfloop.profiling")
record ProfilingProperties(
        @DefaultValue("60s") Duration patience,
        @DefaultValue("15m") Duration quick,
        @DefaultValue("30m") Duration standard,
        @DefaultValue("90m") Duration thorough,
        @DefaultValue("20") int plans,
        @DefaultValue("5s") Duration analyse,
        @DefaultValue("60s") Duration analyseAll) {

    Duration longest(Intensity intensity) {
        return switch (intensity) {
            case QUICK -> quick;
            case STANDARD -> standard;
            case THOROUGH -> thorough;
        };
    }
}
