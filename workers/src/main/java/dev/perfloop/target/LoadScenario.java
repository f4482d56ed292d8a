package dev.perfloop.target;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What users do to the service.
 *
 * @param arrivalRate arrivals a second under the baseline profile; peak is twice as many
 * @param thinkTime   pause of a user between the requests of a session
 * @param login       a request each user sends first, its session kept
 * @param feeders     by placeholder name
 * @param hosts       hosts besides the base URL's that load may go to, as {@code name} or {@code name:port}
 * @param rounds      how often the effect of changes is measured at most; null for what the workers are set to
 */
public record LoadScenario(
        double arrivalRate,
        Duration thinkTime,
        @Nullable LoadRequest login,
        List<LoadRequest> requests,
        Map<String, Feeder> feeders,
        Set<String> hosts,
        int injectors,
        @Nullable Integer rounds) {

    /** Load that one injector drives. */
    public LoadScenario(
            double arrivalRate,
            Duration thinkTime,
            @Nullable LoadRequest login,
            List<LoadRequest> requests,
            Map<String, Feeder> feeders,
            Set<String> hosts) {
        this(arrivalRate, thinkTime, login, requests, feeders, hosts, 1, null);
    }

    /** Load that goes to the base URL only. */
    public LoadScenario(
            double arrivalRate,
            Duration thinkTime,
            @Nullable LoadRequest login,
            List<LoadRequest> requests,
            Map<String, Feeder> feeders) {
        this(arrivalRate, thinkTime, login, requests, feeders, Set.of());
    }
}
