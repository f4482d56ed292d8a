package dev.perfloop.profiling;

import dev.perfloop.camunda.Step;
import dev.perfloop.profiling.ProfilingLoad.State;
import dev.perfloop.run.BlindSpots;
import dev.perfloop.run.RunId;
import dev.perfloop.run.Runs;
import dev.perfloop.target.StatementFailed;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetRefused;
import dev.perfloop.target.TargetUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Takes the profile: reads the counters, samples once a second while the load is at work, reads the counters again.
 * The first reading is kept in the database, so that whoever takes the step over closes the same window.
 */
@Service
class BaselineCollection {
    private static final int MOST_MISSING = 10;
    /** So often a load is driven for a profile. */
    private static final int MOST_ROUNDS = 3;

    enum Taken {
        TAKEN,
        /** None came in time, so that there is nothing to profile yet. */
        NO_LOAD,
        /** Most of what the load did was not counted: it has to be driven again. */
        LOST
    }

    private final Runs runs;
    private final ProfilingLoad load;
    private final TargetStatisticsRepository statistics;
    private final Sampler sampler;
    private final ProfileRepository profiles;
    private final BlindSpots blindSpots;
    private final ProfilingProperties properties;
    private final InstantSource clock;
    private final SecondTicker ticker;
    private final Collectors collectors;

    BaselineCollection(
            Runs runs,
            ProfilingLoad load,
            TargetStatisticsRepository statistics,
            Sampler sampler,
            ProfileRepository profiles,
            BlindSpots blindSpots,
            ProfilingProperties properties,
            InstantSource clock,
            SecondTicker ticker,
            Collectors collectors) {
        this.runs = runs;
        this.load = load;
        this.statistics = statistics;
        this.sampler = sampler;
        this.profiles = profiles;
        this.blindSpots = blindSpots;
        this.properties = properties;
        this.clock = clock;
        this.ticker = ticker;
        this.collectors = collectors;
    }

    /** @param round of the profiling load, from 1 */
    Taken collect(RunId run, int round, Step step) throws InterruptedException {
        if (profiles.exists(run)) {
            return Taken.TAKEN;
        }
        var target = runs.targetOf(run);
        var start = openWindow(run, round, target);
        if (start.isEmpty()) {
            return again(
                    run,
                    round,
                    step,
                    new TargetRefused(
                            "The profiling load was over before the collector could begin, so there is no window to profile.",
                            "Cancel this run and start a new one; if it happens again, give the workers more CPU."));
        }
        var seen = new SeenWork();
        try (var watches = collectors.of(run, target)) {
            if (!sampleWhileLoaded(run, round, target, seen, watches, step)) {
                profiles.forgetStart(run);
                return Taken.NO_LOAD;
            }
            watches.finish();
        }
        var window = new Window(start.get(), statistics.counters(target));
        if (window.mostlyLost()) {
            return again(
                    run,
                    round,
                    step,
                    new TargetRefused(
                            "The statistics were reset, or the server was restarted, at "
                                    + window.end().countingSince()
                                    + ": most of what the load did is not counted any more.",
                            "Cancel this run and start a new one; leave the server and pg_stat_statements alone meanwhile."));
        }
        keep(run, target, window, seen);
        return Taken.TAKEN;
    }

    private Taken again(RunId run, int round, Step step, TargetRefused why) {
        if (round == MOST_ROUNDS) {
            throw why;
        }
        step.progress(100, why.getMessage() + " The load is driven again.");
        profiles.forgetStart(run);
        return Taken.LOST;
    }

    /** Empty when the load is over already. */
    private Optional<Counters> openWindow(RunId run, int round, Target target) {
        var kept = profiles.start(run);
        if (kept.isPresent() || load.state(run, round) == State.OVER) {
            return kept;
        }
        var start = statistics.counters(target);
        profiles.saveStart(run, start);
        return Optional.of(start);
    }

    private boolean sampleWhileLoaded(RunId run, int round, Target target, SeenWork seen, Watches watches, Step step)
            throws InterruptedException {
        Instant began = clock.instant();
        Instant atWork = began;
        Duration longest = properties.longest(runs.get(run).intensity());
        int samples = 0;
        int missing = 0;
        while (!step.leaseLost()) {
            Instant now = clock.instant();
            switch (load.state(run, round)) {
                case OVER -> {
                    return true;
                }
                case AT_WORK -> {
                    atWork = now;
                    missing = sample(run, target, samples, seen) ? 0 : missing + 1;
                    watches.sample(now);
                    samples++;
                    if (missing > MOST_MISSING) {
                        throw new TargetUnavailable(
                                "The target's database did not answer for " + missing + " samples in a row.",
                                "See that it runs and has a connection to spare, then retry.",
                                null);
                    }
                }
                case AWAITED -> {
                    if (Duration.between(atWork, now).compareTo(properties.patience()) > 0) {
                        return false;
                    }
                }
            }
            if (Duration.between(began, now).compareTo(longest) > 0) {
                blindSpots.add(run, "the end of the profiling load", "it lasted longer than " + longest, "");
                return true;
            }
            step.say(samples == 0 ? "Waiting for the load to begin" : samples + " samples");
            ticker.next();
        }
        throw new InterruptedException("Another worker has this step now");
    }

    /** False when the database had no connection for us at this moment, as may happen under load. */
    private boolean sample(RunId run, Target target, int number, SeenWork seen) {
        try {
            var moment = sampler.sample(target, number);
            profiles.save(run, moment.samples());
            seen.add(moment);
            return true;
        } catch (TargetUnavailable | StatementFailed busy) {
            return false;
        }
    }

    private void keep(RunId run, Target target, Window window, SeenWork seen) {
        if (window.resetWithin()) {
            blindSpots.add(
                    run,
                    "statements before " + window.end().countingSince(),
                    "the statistics were reset, or the server was restarted, while the load ran",
                    "Do not call pg_stat_statements_reset() or restart the server during a run.");
        }
        if (window.evictedWithin()) {
            blindSpots.add(
                    run,
                    "statements that ran seldom",
                    "pg_stat_statements had to throw some out while the load ran",
                    "ALTER SYSTEM SET pg_stat_statements.max = 20000; then restart PostgreSQL");
        }
        var settings = statistics.settings(target);
        profiles.save(
                run,
                new Profile(
                        window.start().at(),
                        window.end().at(),
                        settings.getOrDefault("server_version", "unknown"),
                        window.tables(),
                        window.indexes(),
                        settings,
                        seen.waits(),
                        statements(run, window, seen)));
    }

    private List<StatementFacts> statements(RunId run, Window window, SeenWork seen) {
        var counted = window.statements();
        if (!counted.isEmpty() || seen.statements().isEmpty()) {
            return counted;
        }
        blindSpots.add(
                run,
                "how often each statement ran, what it read, and those that are over in no time",
                "nobody counted them: statements are those that samples of pg_stat_activity met, a second apart",
                "CREATE EXTENSION pg_stat_statements;");
        if (seen.cutOff()) {
            blindSpots.add(
                    run,
                    "the plans of the longest statements",
                    "pg_stat_activity cuts their texts off",
                    "ALTER SYSTEM SET track_activity_query_size = 16384; then restart PostgreSQL");
        }
        return seen.statements(
                Duration.between(window.start().at(), window.end().at()));
    }
}
