package dev.perfloop.load;

import dev.perfloop.load.gatling.LaunchSpec;
import dev.perfloop.target.LoadScenario;
import dev.perfloop.target.Target;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Makes the requests of a scenario one at a time, for those who want to see what a single one does: with the placeholders,
 * feeders, headers and login of the load.
 */
@Service
public class SingleRequests {
    /** What the load calls the request that each visit begins with. */
    public static final String LOGIN = "login";

    private final ScenarioSpec scenario;

    SingleRequests(ScenarioSpec scenario) {
        this.scenario = scenario;
    }

    /**
     * Draws the values of the target's feeders.
     *
     * @param seed same seed, same requests
     */
    public Maker of(Target target, long seed) {
        LoadScenario load = target.load();
        var shape = new LoadShape(LoadProfile.BASELINE, load.arrivalRate(), null, 0, 1, null);
        return new Maker(scenario.of(target, shape, seed));
    }

    /** A request, and the login that its visit begins with. */
    public record Visit(@Nullable SingleRequest login, SingleRequest request) {}

    /** Makes requests of one scenario; the n-th is always the same. */
    public static final class Maker {
        private static final long SPREAD = 0x9E3779B97F4A7C15L;

        private final LaunchSpec spec;
        private final Feeders feeders;

        Maker(LaunchSpec spec) {
            this.spec = spec;
            this.feeders = new Feeders(spec.feeders());
        }

        /** The login first, as users meet it, when the scenario has one of another name than its requests. */
        public List<String> names() {
            var names = new ArrayList<String>();
            spec.requests().forEach(request -> names.add(request.name()));
            if (spec.login() != null && !names.contains(LOGIN)) {
                names.addFirst(LOGIN);
            }
            return names;
        }

        /** The n-th visit that makes this request. */
        public Visit visit(String name, int n) {
            var values = feeders.drawnBy(new SplittableRandom(((spec.seed() + 1) * SPREAD ^ n) + name.hashCode()));
            var login = login().map(request -> made(request, values)).orElse(null);
            return spec.requests().stream()
                    .filter(request -> request.name().equals(name))
                    .findFirst()
                    .map(request -> new Visit(login, made(request, values)))
                    .orElseGet(() -> new Visit(null, made(login().orElseThrow(), values)));
        }

        private Optional<LaunchSpec.Request> login() {
            var login = spec.login();
            return login == null
                    ? Optional.empty()
                    : Optional.of(new LaunchSpec.Request(
                            LOGIN, 1, login.method(), login.path(), login.body(), login.headers(), login.expect()));
        }

        private SingleRequest made(LaunchSpec.Request request, Feeders.Drawn values) {
            var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            headers.put("Accept", "*/*");
            headers.put("User-Agent", "perfloop");
            if (request.body() != null) {
                headers.put("Content-Type", "application/json");
            }
            request.headers().forEach((header, value) -> headers.put(header, values.fill(value)));
            return new SingleRequest(
                    request.name(),
                    request.method(),
                    // Put together as text: a path cannot lead away from the target's host.
                    URI.create(
                            (Hosts.isWhole(request.path()) ? "" : spec.baseUrl().replaceFirst("/$", ""))
                                    + values.fillPath(request.path())),
                    headers,
                    request.body() == null ? null : values.fill(request.body()),
                    request.expect());
        }
    }
}
