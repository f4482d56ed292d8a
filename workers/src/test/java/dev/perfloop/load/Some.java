package dev.perfloop.load;

import dev.perfloop.target.ApprovalRules;
import dev.perfloop.target.Costs;
import dev.perfloop.target.DatabaseAccess;
import dev.perfloop.target.Feeder;
import dev.perfloop.target.Guards;
import dev.perfloop.target.Hooks;
import dev.perfloop.target.LoadRequest;
import dev.perfloop.target.LoadScenario;
import dev.perfloop.target.Objectives;
import dev.perfloop.target.Target;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Targets to test with. */
public final class Some {
    private Some() {}

    static Target target(String path, Map<String, Feeder> feeders) {
        return target(path, feeders, new DatabaseAccess("jdbc:postgresql://localhost/books", "agent", ""));
    }

    public static Target targetOn(String databaseUrl, String user) {
        return target("/books", Map.of(), new DatabaseAccess(databaseUrl, user, ""));
    }

    /** Load may also go to these hosts. */
    static Target targetAllowing(Set<String> hosts, String path) {
        return target(
                URI.create("http://localhost:8081"),
                new LoadScenario(40, Duration.ZERO, null, List.of(get("list", path)), Map.of(), hosts),
                new DatabaseAccess("jdbc:postgresql://localhost/books", "agent", ""));
    }

    static Target targetAt(URI baseUrl, @Nullable LoadRequest login, List<LoadRequest> requests) {
        return target(
                baseUrl,
                new LoadScenario(40, Duration.ZERO, login, requests, Map.of()),
                new DatabaseAccess("jdbc:postgresql://localhost/books", "agent", ""));
    }

    static LoadRequest get(String name, String path) {
        return new LoadRequest(name, 1, "GET", path, null, Map.of(), null);
    }

    private static Target target(String path, Map<String, Feeder> feeders, DatabaseAccess database) {
        return target(
                URI.create("http://localhost:8081"),
                new LoadScenario(
                        40,
                        Duration.ofMillis(250),
                        new LoadRequest("login", 1, "POST", "/login", "{}", Map.of(), null),
                        List.of(new LoadRequest("list", 2, "GET", path, null, Map.of("X-Key", "{key}"), 200)),
                        feeders),
                database);
    }

    private static Target target(URI baseUrl, LoadScenario scenario, DatabaseAccess database) {
        var none = new Objectives.Objective(null, null, null, null, null);
        return new Target(
                "books",
                baseUrl,
                scenario,
                new Objectives(none, Map.of()),
                database,
                null,
                null,
                null,
                new Guards(0.8, List.of(), 0.9, Duration.ofSeconds(1), 400, 0.5, false, true, Set.of()),
                new ApprovalRules(false),
                Costs.UNKNOWN,
                Hooks.NONE);
    }
}
