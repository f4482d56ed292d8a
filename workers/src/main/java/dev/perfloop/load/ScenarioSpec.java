package dev.perfloop.load;

import dev.perfloop.load.gatling.LaunchSpec;
import dev.perfloop.target.Feeder;
import dev.perfloop.target.LoadRequest;
import dev.perfloop.target.LoadScenario;
import dev.perfloop.target.StatementFailed;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a target's scenario into what the launcher reads, with every feeder's values drawn. */
@Component
class ScenarioSpec {
    /** Class 42 of the SQLSTATEs: syntax error or access rule violation. Trying again cannot help. */
    private static final String WRITTEN_WRONG = "42";

    private final FeederRepository feeders;
    private final LoadProperties properties;

    ScenarioSpec(FeederRepository feeders, LoadProperties properties) {
        this.feeders = feeders;
        this.properties = properties;
    }

    LaunchSpec of(Target target, LoadShape shape, long seed) {
        LoadScenario scenario = target.load();
        var values = new LinkedHashMap<String, LaunchSpec.Feeder>();
        scenario.feeders().forEach((name, feeder) -> values.put(name, drawn(target, name, feeder)));
        return new LaunchSpec(
                target.baseUrl().toString(),
                shape.profile().name(),
                shape.ratePerSecond(),
                shape.warmupSeconds(),
                shape.durationSeconds(),
                shape.stress(),
                scenario.requests().stream()
                        .map(request -> request(target, request))
                        .toList(),
                values,
                login(target, scenario.login()),
                scenario.thinkTime().toMillis() / 1000.0,
                seed,
                properties.requestTimeout().toMillis() / 1000.0,
                new LaunchSpec.Abort(
                        properties.abort().maxErrorRate(),
                        Math.max(1, Math.toIntExact(properties.abort().after().toSeconds()))));
    }

    private static LaunchSpec.Request request(Target target, LoadRequest request) {
        Hosts.demandListed(target, request);
        return new LaunchSpec.Request(
                request.name(),
                request.weight(),
                request.method(),
                request.path(),
                request.body(),
                request.headers(),
                request.expect());
    }

    private static LaunchSpec.@Nullable Login login(Target target, @Nullable LoadRequest login) {
        if (login == null) {
            return null;
        }
        Hosts.demandListed(target, login);
        return new LaunchSpec.Login(login.method(), login.path(), login.body(), login.headers(), login.expect());
    }

    private LaunchSpec.Feeder drawn(Target target, String name, Feeder feeder) {
        return switch (feeder) {
            case Feeder.Sql sql -> values(name, queried(target, name, sql), sql.distribution());
            case Feeder.Values given -> values(name, given.values(), given.distribution());
            case Feeder.Csv csv -> values(name, firstColumn(name, Path.of(csv.file())), csv.distribution());
            case Feeder.Range range ->
                new LaunchSpec.Feeder(
                        null, new LaunchSpec.Range(range.first(), range.last()), null, word(range.distribution()));
            case Feeder.Template template -> new LaunchSpec.Feeder(null, null, template.template(), null);
        };
    }

    private List<String> queried(Target target, String name, Feeder.Sql sql) {
        try {
            return feeders.firstColumn(target, sql.sql(), properties.mostFeederValues());
        } catch (StatementFailed failed) {
            if (!failed.sqlState().startsWith(WRITTEN_WRONG)) {
                throw failed;
            }
            throw new TargetRefused(
                    "The query of the feeder " + name + " fails: " + failed.getMessage(),
                    "Mend load.feeders." + name + " in the target's file.");
        }
    }

    private static LaunchSpec.Feeder values(String name, List<String> values, Feeder.Distribution distribution) {
        if (values.isEmpty()) {
            throw new TargetRefused(
                    "The feeder " + name + " has no values.",
                    "Mend its query or file in the target's description; it must give at least one row.");
        }
        return new LaunchSpec.Feeder(values, null, null, word(distribution));
    }

    private List<String> firstColumn(String name, Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank())
                    .limit(properties.mostFeederValues())
                    .map(line -> line.split("[,;\t]", 2)[0].strip())
                    .map(value -> value.replaceAll("^\"|\"$", ""))
                    .toList();
        } catch (IOException unreadable) {
            throw new TargetRefused(
                    "The file " + file + " of the feeder " + name + " cannot be read.",
                    "Put it where the workers run, readable for them.");
        }
    }

    private static String word(Feeder.Distribution distribution) {
        return distribution.name().toLowerCase(Locale.ROOT);
    }
}
