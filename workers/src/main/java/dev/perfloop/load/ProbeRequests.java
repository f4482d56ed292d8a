package dev.perfloop.load;

import dev.perfloop.load.FirstAnswer.Answered;
import dev.perfloop.load.SingleRequests.Maker;
import dev.perfloop.target.LoadRequest;
import dev.perfloop.target.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Sends the requests of a scenario that only read, one at a time, again and again: what writes would write each time. */
@Service
public class ProbeRequests {
    /** Drawing the values of feeders asks the target's database. */
    private static final Duration DRAWN_FOR = Duration.ofHours(1);

    private record Drawn(Target target, Maker maker, Instant at) {}

    private final SingleRequests requests;
    private final LoadProperties properties;
    private final Map<String, Drawn> drawn = new ConcurrentHashMap<>();

    ProbeRequests(SingleRequests requests, LoadProperties properties) {
        this.requests = requests;
        this.properties = properties;
    }

    /** @param ms null when nothing came back */
    public record Probe(
            String request, boolean good, @Nullable Double ms) {}

    /** Whether there is a request that only reads. */
    public static boolean has(Target target) {
        return target.load().requests().stream().anyMatch(ProbeRequests::reads);
    }

    /**
     * Each once, to the hosts that load may go to.
     *
     * @throws dev.perfloop.target.TargetRefused when a feeder gives no values, or a request goes to a host that is not listed
     */
    public List<Probe> send(Target target, Instant at) throws InterruptedException {
        var maker = maker(target, at);
        List<Probe> probes = new ArrayList<>();
        for (var request : target.load().requests()) {
            if (reads(request)) {
                var visit = maker.visit(request.name(), (int) at.getEpochSecond());
                var answer =
                        SingleSending.answer(visit, properties.requestTimeout().toMillis() / 1000.0);
                probes.add(
                        new Probe(request.name(), answer.isGood(), answer instanceof Answered came ? came.ms() : null));
            }
        }
        return probes;
    }

    private Maker maker(Target target, Instant at) {
        var last = drawn.get(target.name());
        if (last != null
                && last.target().equals(target)
                && last.at().plus(DRAWN_FOR).isAfter(at)) {
            return last.maker();
        }
        var maker = requests.of(target, at.getEpochSecond());
        drawn.put(target.name(), new Drawn(target, maker, at));
        return maker;
    }

    private static boolean reads(LoadRequest request) {
        return request.method().equals("GET") || request.method().equals("HEAD");
    }
}
