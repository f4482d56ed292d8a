package dev.perfloop.profiling;

import dev.perfloop.camunda.Step;
import dev.perfloop.profiling.postgres.PlanRepository.Explained;
import dev.perfloop.run.BlindSpots;
import dev.perfloop.run.RunId;
import dev.perfloop.run.Runs;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/** Asks for the plans of the statements that make up most of the database's time. */
@Service
class PlanCapture {
    private static final double SHARE_OF_TIME = 0.9;
    private static final int AT_LEAST = 10;

    private final Runs runs;
    private final TargetStatisticsRepository statistics;
    private final ProfileRepository profiles;
    private final PartRepository parts;
    private final BlindSpots blindSpots;
    private final ProfilingProperties properties;

    PlanCapture(
            Runs runs,
            TargetStatisticsRepository statistics,
            ProfileRepository profiles,
            PartRepository parts,
            BlindSpots blindSpots,
            ProfilingProperties properties) {
        this.runs = runs;
        this.statistics = statistics;
        this.profiles = profiles;
        this.parts = parts;
        this.blindSpots = blindSpots;
        this.properties = properties;
    }

    void capture(RunId run, Step step) {
        var target = runs.targetOf(run);
        var profile = profiles.profile(run).orElseThrow();
        int version = Integer.parseInt(profile.settings().getOrDefault("server_version_num", "0"));
        var literals = parts.find(run, Literals.class).orElse(Literals.NONE);
        List<StatementFacts> heavy = heavy(profile.statements(), properties.plans());
        for (int i = 0; i < heavy.size(); i++) {
            var statement = heavy.get(i);
            ExplainableStatement.of(statement.query())
                    .map(text -> literals.into(statement.queryId(), text))
                    .ifPresent(text -> keep(run, statement, statistics.explain(target, text, version)));
            step.progress(100 * (i + 1) / heavy.size(), "Plan " + (i + 1) + " of " + heavy.size());
        }
    }

    private void keep(RunId run, StatementFacts statement, Explained explained) {
        switch (explained) {
            case Explained.Plan plan ->
                profiles.save(run, new StatementPlan(statement.queryId(), plan.how(), plan.json()));
            case Explained.Impossible impossible ->
                blindSpots.add(
                        run,
                        "the plan of statement " + statement.queryId(),
                        "PostgreSQL does not explain it: " + impossible.why(),
                        impossible.why().contains("permission denied")
                                ? "GRANT the role that owns the tables TO the role perfloop uses."
                                : "");
        }
    }

    /**
     * The fewest statements that together make up 90 % of the time of those that have a plan, and a few more: a plan costs
     * little, and what is light in the sum may be heavy for one request.
     */
    static List<StatementFacts> heavy(List<StatementFacts> mostTimeFirst, int atMost) {
        List<StatementFacts> planned = mostTimeFirst.stream()
                .filter(statement -> ExplainableStatement.of(statement.query()).isPresent())
                .toList();
        double all = planned.stream().mapToDouble(StatementFacts::dbTimeShare).sum();
        List<StatementFacts> heavy = new ArrayList<>();
        double covered = 0;
        for (var statement : planned) {
            if (heavy.size() == atMost || heavy.size() >= AT_LEAST && covered >= SHARE_OF_TIME * all) {
                break;
            }
            heavy.add(statement);
            covered += statement.dbTimeShare();
        }
        return heavy;
    }
}
