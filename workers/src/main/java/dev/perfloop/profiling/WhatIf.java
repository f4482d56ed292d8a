package dev.perfloop.profiling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perfloop.profiling.postgres.PlanRepository.Explained;
import dev.perfloop.run.RunId;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetRefused;
import dev.perfloop.target.TargetUnavailable;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Asks the target's planner what it would do with an index that is not there. Needs HypoPG on the target; changes nothing. */
@Service
public class WhatIf {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** HypoPG names what is not there {@code <oid>method_table_column}. */
    private static final String HYPOTHETICAL = "\"Index Name\": \"<";

    /**
     * @param before planner's cost of the statement without the index
     * @param used   whether the plan with it goes through it
     */
    public record Answer(double before, double after, boolean used) {}

    private final Profiles profiles;
    private final TargetStatisticsRepository statistics;

    WhatIf(Profiles profiles, TargetStatisticsRepository statistics) {
        this.profiles = profiles;
        this.statistics = statistics;
    }

    public boolean canBeAsked(RunId run) {
        return profiles.partOf(run, ServerFacts.class)
                .orElse(ServerFacts.NONE)
                .extensions()
                .contains("hypopg");
    }

    /**
     * Empty when it cannot be told: the statement has no plan, or HypoPG cannot pretend an index of that method.
     *
     * @param statement  normalised
     * @param definition a CREATE INDEX statement without CONCURRENTLY
     */
    public Optional<Answer> ask(RunId run, Target target, String statement, String definition) {
        int version = Integer.parseInt(profiles.of(run).settings().getOrDefault("server_version_num", "0"));
        try {
            return ExplainableStatement.of(statement)
                    .flatMap(text -> statistics.explainBoth(target, text, definition, version))
                    .map(both -> new Answer(
                            cost(both.before()),
                            cost(both.after()),
                            both.after().json().contains(HYPOTHETICAL)));
        } catch (TargetRefused | TargetUnavailable notThisOne) {
            return Optional.empty();
        }
    }

    private static double cost(Explained.Plan plan) {
        try {
            return JSON.readTree(plan.json())
                    .path(0)
                    .path("Plan")
                    .path("Total Cost")
                    .asDouble();
        } catch (JsonProcessingException notAPlan) {
            throw new UncheckedIOException(notAPlan);
        }
    }
}
