package dev.perfloop.change.watch;

import dev.perfloop.load.SingleRequests;
import dev.perfloop.target.LoadRequest;
import dev.perfloop.target.Target;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Probes by the GET requests of the load scenario, those with the greatest weight. */
@Component
class ServiceProbes implements Probes {
    private static final int MOST_REQUESTS = 3;
    private static final long SEED = 1;

    private final SingleRequests requests;
    private final WatchProperties properties;

    ServiceProbes(SingleRequests requests, WatchProperties properties) {
        this.requests = requests;
        this.properties = properties;
    }

    @Override
    public Optional<Probe> of(Target target) {
        List<String> names = target.load().requests().stream()
                .filter(request -> request.method().equals("GET"))
                .sorted(Comparator.comparingDouble(LoadRequest::weight).reversed())
                .limit(MOST_REQUESTS)
                .map(LoadRequest::name)
                .toList();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        var maker = requests.of(target, SEED);
        // The same values each time: what differs between two looks is then the service and not the question.
        return Optional.of(new ServiceProbe(
                names.stream().map(name -> maker.visit(name, 0)).toList(), properties.timeout()));
    }
}
