package dev.perfloop.load;

import dev.perfloop.load.checks.Surroundings;
import dev.perfloop.load.gatling.Drive;
import dev.perfloop.load.gatling.Generator;
import dev.perfloop.load.gatling.LaunchResult;
import dev.perfloop.load.gatling.LaunchSpec;
import dev.perfloop.run.Run;
import dev.perfloop.run.Runs;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Service;

/** Drives one load test from the first word to the kept result; one at a time in this process. */
@Service
class LoadDriving {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Runs runs;
    private final LoadTestRepository tests;
    private final LoadAbortRepository aborts;
    private final ScenarioSpec scenario;
    private final Reachability reachability;
    private final FirstLook firstLook;
    private final Generator generator;
    private final LoadFollowing following;
    private final Surroundings surroundings;
    private final LoadJudging judging;
    private final Reports reports;
    private final LoadProperties properties;
    private final InstantSource clock;
    private final Semaphore turn = new Semaphore(1, true);

    LoadDriving(
            Runs runs,
            LoadTestRepository tests,
            LoadAbortRepository aborts,
            ScenarioSpec scenario,
            Reachability reachability,
            FirstLook firstLook,
            Generator generator,
            LoadFollowing following,
            Surroundings surroundings,
            LoadJudging judging,
            Reports reports,
            LoadProperties properties,
            InstantSource clock) {
        this.runs = runs;
        this.tests = tests;
        this.aborts = aborts;
        this.scenario = scenario;
        this.reachability = reachability;
        this.firstLook = firstLook;
        this.generator = generator;
        this.following = following;
        this.surroundings = surroundings;
        this.judging = judging;
        this.reports = reports;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * A job that comes a second time is driven afresh, unless it was finished and only the engine did not hear of it, or a
     * person had enough of it.
     */
    Driven drive(LoadOrder order, LoadWatch watch) throws InterruptedException, IOException {
        Optional<String> finished = tests.validOf(order.jobKey());
        if (finished.isPresent()) {
            return new Driven.Valid(finished.get());
        }
        Optional<Driven.GivenUp> aborted = aborts.ofJob(order.jobKey());
        if (aborted.isPresent()) {
            tests.loseRunning(order.jobKey(), clock.instant());
            return aborted.get();
        }
        while (!turn.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
            watch.stopIfUnwanted();
            watch.progress(0, "Waiting for another load test to end");
        }
        try {
            return driveNow(order, watch);
        } finally {
            turn.release();
        }
    }

    private Driven driveNow(LoadOrder order, LoadWatch watch) throws InterruptedException, IOException {
        tests.loseRunning(order.jobKey(), clock.instant());
        Run run = runs.get(order.run());
        Target target = runs.targetOf(order.run());
        reachability.demand(target.baseUrl());
        LoadShape shape = LoadShape.of(
                order.profile(),
                target.load().arrivalRate(),
                target.guards().maxRate(),
                properties.durations(run.intensity()).of(order.phase()));
        LaunchSpec spec = scenario.of(target, shape, order.seed());
        String id = tests.open(order, LoadConfig.of(spec, shape), clock.instant());
        Path work = reports.workDir(id);
        try {
            watch.progress(0, "Looking whether the service answers as the scenario expects");
            firstLook.demandAnswers(target, spec);
            watch.progress(0, "Starting the load generator");
            return measured(id, order, target, shape, spec, work, watch);
        } catch (TargetRefused refused) {
            tests.fail(id, "INVALID", refused.getMessage() + " " + refused.mend(), clock.instant());
            if (order.isAfterChanges()) {
                // An incident would leave our changes on a service that answers nothing well; a person may take them
                // back.
                return new Driven.GivenUp(id, String.valueOf(refused.getMessage()));
            }
            throw refused;
        } catch (InterruptedException | IOException | RuntimeException failure) {
            tests.fail(id, "LOST", String.valueOf(failure.getMessage()), clock.instant());
            throw failure;
        } finally {
            reports.clean(work);
        }
    }

    private Driven measured(
            String id, LoadOrder order, Target target, LoadShape shape, LaunchSpec spec, Path work, LoadWatch watch)
            throws InterruptedException, IOException {
        try (Drive drive = generator.start(spec, work);
                var around = surroundings.watch(target)) {
            Optional<String> abort = following.untilEnd(drive, id, order, shape, watch);
            if (abort.isPresent()) {
                tests.fail(id, "ABORTED", abort.get(), clock.instant());
                return new Driven.GivenUp(id, abort.get());
            }
            LaunchResult launch = drive.result();
            if (Validity.targetIsGone(launch)) {
                throw Reachability.unavailable(target.baseUrl(), null);
            }
            Validity.demandAnAnswer(launch);
            drive.report().ifPresent(report -> tests.keepReport(id, reports.keep(id, report)));
            boolean valid = judging.judge(id, target, shape, launch, around.readings());
            return valid ? new Driven.Valid(id) : new Driven.Invalid(id);
        } catch (Drive.WrongSpec wrong) {
            throw new TargetRefused(
                    "The load scenario cannot be driven: " + wrong.words() + ".",
                    "Mend load in the target's description and start a new run.");
        }
    }
}
