package dev.perfloop.profiling;

import dev.perfloop.camunda.Step;
import dev.perfloop.profiling.ConcretePlans.ConcretePlan;
import dev.perfloop.profiling.postgres.PlanRepository.Explained;
import dev.perfloop.run.BlindSpots;
import dev.perfloop.run.RunId;
import dev.perfloop.run.Runs;
import dev.perfloop.target.LockNotAvailable;
import dev.perfloop.target.StatementFailed;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetRefused;
import dev.perfloop.target.TargetUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Asks for the plans of the statements that make up most of the database's time. A plan that cannot be had fails no run; a server that is
 * away does, until it is back.
 */
@Service
class PlanCapture {
    private static final double SHARE_OF_TIME = 0.9;
    private static final int AT_LEAST = 10;

    private final Runs runs;
    private final TargetStatisticsRepository statistics;
    private final ConcretePlanCapture concrete;
    private final ProfileRepository profiles;
    private final PartRepository parts;
    private final BlindSpots blindSpots;
    private final ProfilingProperties properties;
    private final InstantSource clock;

    PlanCapture(
            Runs runs,
            TargetStatisticsRepository statistics,
            ConcretePlanCapture concrete,
            ProfileRepository profiles,
            PartRepository parts,
            BlindSpots blindSpots,
            ProfilingProperties properties,
            InstantSource clock) {
        this.runs = runs;
        this.statistics = statistics;
        this.concrete = concrete;
        this.profiles = profiles;
        this.parts = parts;
        this.blindSpots = blindSpots;
        this.properties = properties;
        this.clock = clock;
    }

    void capture(RunId run, Step step) {
        var target = runs.targetOf(run);
        var profile = profiles.profile(run).orElseThrow();
        int version = Integer.parseInt(profile.settings().getOrDefault("server_version_num", "0"));
        var literals = parts.find(run, Literals.class).orElse(Literals.NONE);
        List<StatementFacts> heavy = heavy(profile.statements(), properties.plans());
        List<ConcretePlan> plans = new ArrayList<>();
        Instant until = clock.instant().plus(properties.analyseAll());
        for (int i = 0; i < heavy.size(); i++) {
            plans.addAll(capture(run, target, heavy.get(i), literals, version, until));
            step.progress(100 * (i + 1) / heavy.size(), "Plan " + (i + 1) + " of " + heavy.size());
        }
        if (!heavy.isEmpty() && !target.guards().analyse()) {
            blindSpots.add(
                    run,
                    "whether plans meet the rows they expect, inside of them",
                    "statements of this target may not be run for it",
                    "Add to the target's file: guards: { analyse: true }");
        }
        if (target.guards().analyse() && clock.instant().isAfter(until)) {
            blindSpots.add(
                    run,
                    "whether the plans of some heavy statements meet the rows they expect",
                    "trying those before took " + properties.analyseAll().toSeconds() + " s",
                    "Raise perfloop.profiling.analyse-all of the workers.");
        }
        parts.save(run, new ConcretePlans(List.copyOf(plans)));
    }

    private List<ConcretePlan> capture(
            RunId run, Target target, StatementFacts statement, Literals literals, int version, Instant until) {
        String text = literals.into(
                statement.queryId(), ExplainableStatement.of(statement.query()).orElseThrow());
        return switch (explained(target, text, version)) {
            case Explained.Plan generic -> {
                var plans = concrete.of(run, target, statement, generic, mayRun(target, until));
                profiles.save(run, ConcretePlanCapture.best(statement, generic, plans));
                yield plans;
            }
            case Explained.Impossible impossible -> {
                blindSpots.add(
                        run,
                        "the plan of statement " + statement.queryId(),
                        "PostgreSQL does not explain it: " + impossible.why(),
                        impossible.state().equals("42501")
                                ? "GRANT the role that owns the tables TO the role perfloop uses."
                                : "");
                yield List.of();
            }
        };
    }

    private Explained explained(Target target, String text, int version) {
        try {
            return statistics.explain(target, text, version);
        } catch (LockNotAvailable held) {
            return new Explained.Impossible(String.valueOf(held.getMessage()), "55P03");
        } catch (TargetUnavailable gone) {
            // Fails as well when the whole server is away: that is waited for, as without plans nothing is found.
            statistics.settings(target);
            return new Explained.Impossible(String.valueOf(gone.getMessage()), "");
        } catch (TargetRefused refused) {
            return new Explained.Impossible(String.valueOf(refused.getMessage()), "");
        } catch (StatementFailed failed) {
            return new Explained.Impossible(String.valueOf(failed.getMessage()), failed.sqlState());
        }
    }

    /** Zero for not at all. */
    private Duration mayRun(Target target, Instant until) {
        Duration left = Duration.between(clock.instant(), until);
        if (!target.guards().analyse() || left.isNegative()) {
            return Duration.ZERO;
        }
        return left.compareTo(properties.analyse()) < 0 ? left.plusMillis(1) : properties.analyse();
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
