package dev.perfloop.change.watch;

import dev.perfloop.change.watch.Pulse.How;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a service answered before a change.
 *
 * @param slowestMs of the answers to each request; those that failed even then are not in it
 */
record Calm(Map<String, Double> slowestMs) {
    Calm {
        slowestMs = Map.copyOf(slowestMs);
    }

    static Calm of(List<Pulse> before) {
        return new Calm(before.stream().collect(Collectors.groupingBy(Pulse::request)).entrySet().stream()
                .filter(entry -> entry.getValue().stream().allMatch(pulse -> pulse.how() == How.WELL))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream()
                                .mapToDouble(Pulse::ms)
                                .max()
                                .orElseThrow())));
    }

    /**
     * What is wrong with a look; empty when nothing is.
     *
     * @param restarts whether somebody may be restarting the service, which is then not reached for a while
     */
    Optional<String> complaint(List<Pulse> look, WatchProperties limits, boolean restarts) {
        return look.stream()
                .filter(pulse -> slowestMs.containsKey(pulse.request()))
                .flatMap(pulse -> complaint(pulse, limits, restarts).stream())
                .findFirst();
    }

    private Optional<String> complaint(Pulse pulse, WatchProperties limits, boolean restarts) {
        return switch (pulse.how()) {
            case BADLY -> Optional.of("request " + pulse.request() + " fails, which it did not before");
            case NOT_REACHED -> restarts ? Optional.empty() : Optional.of("the service is not reached any more");
            case WELL -> slow(pulse, limits);
        };
    }

    private Optional<String> slow(Pulse pulse, WatchProperties limits) {
        double before = slowestMs.getOrDefault(pulse.request(), Double.MAX_VALUE);
        double limit = Math.max(limits.floor().toMillis(), limits.factor() * before);
        return pulse.ms() <= limit
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "request %s takes %.0f ms, at most %.0f ms before (limit %.0f ms)",
                        pulse.request(),
                        pulse.ms(),
                        before,
                        limit));
    }
}
