package dev.perfloop.target;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What users do to the service.
 *
 * @param arrivalRate arrivals a second under the baseline profile; peak is twice as many
 * @param thinkTime   pause of a user between the requests of a session
 * @param login       a request each user sends first, its session kept
 * @param feeders     by placeholder name
 */
public record LoadScenario(
        double arrivalRate,
        Duration thinkTime,
        @Nullable LoadRequest login,
        List<LoadRequest> requests,
        Map<String, Feeder> feeders) {}
