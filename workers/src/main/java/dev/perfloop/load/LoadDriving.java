package dev.perfloop.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perfloop.load.gatling.Drive;
import dev.perfloop.load.gatling.Generator;
import dev.perfloop.load.gatling.LaunchResult;
import dev.perfloop.load.gatling.LaunchSpec;
import dev.perfloop.load.gatling.Progress;
import dev.perfloop.run.Journal;
import dev.perfloop.run.Run;
import dev.perfloop.run.Runs;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Service;

/** Drives one load test from the first word to the kept result; one at a time in this process. */
@Service
class LoadDriving {
    private static final Duration LOOK = Duration.ofSeconds(1);
    /** Start of the generator's JVM, last time-outs and drawing the report. */
    private static final Duration SLACK = Duration.ofMinutes(3);

    /** @param valid whether the test may be judged */
    record Driven(String loadTestId, boolean valid) {}

    private final Runs runs;
    private final Journal journal;
    private final LoadTestRepository tests;
    private final ScenarioSpec scenario;
    private final Reachability reachability;
    private final Generator generator;
    private final Reports reports;
    private final LoadProperties properties;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final Semaphore turn = new Semaphore(1, true);

    LoadDriving(
            Runs runs,
            Journal journal,
            LoadTestRepository tests,
            ScenarioSpec scenario,
            Reachability reachability,
            Generator generator,
            Reports reports,
            LoadProperties properties,
            ObjectMapper json,
            InstantSource clock) {
        this.runs = runs;
        this.journal = journal;
        this.tests = tests;
        this.scenario = scenario;
        this.reachability = reachability;
        this.generator = generator;
        this.reports = reports;
        this.properties = properties;
        this.json = json;
        this.clock = clock;
    }

    /** A job that comes a second time is driven afresh, unless it was finished and only the engine did not hear of it. */
    Driven drive(LoadOrder order, LoadWatch watch) throws InterruptedException, IOException {
        Optional<String> finished = tests.validOf(order.jobKey());
        if (finished.isPresent()) {
            return new Driven(finished.get(), true);
        }
        while (!turn.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
            stopIfUnwanted(watch);
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
                properties.durations(run.intensity()));
        LaunchSpec spec = scenario.of(target, shape, order.seed());
        String id = tests.open(order, LoadConfig.of(spec, shape), clock.instant());
        watch.progress(0, "Starting the load generator");
        Path work = reports.workDir(id);
        try (Drive drive = generator.start(spec, work)) {
            follow(drive, id, order, shape, watch);
            LaunchResult launch = drive.result();
            if (Validity.targetIsGone(launch)) {
                throw Reachability.unavailable(target.baseUrl(), null);
            }
            drive.report().ifPresent(report -> tests.keepReport(id, reports.keep(id, report)));
            return new Driven(id, judge(id, shape, launch));
        } catch (Drive.WrongSpec wrong) {
            tests.fail(id, "INVALID", wrong.words(), clock.instant());
            throw new TargetRefused(
                    "The load scenario cannot be driven: " + wrong.words() + ".",
                    "Mend load in the target's description and start a new run.");
        } catch (InterruptedException | IOException | RuntimeException failure) {
            tests.fail(id, "LOST", String.valueOf(failure.getMessage()), clock.instant());
            throw failure;
        } finally {
            reports.clean(work);
        }
    }

    /** Stores seconds and tells watchers as they come, until the generator has ended. */
    private void follow(Drive drive, String id, LoadOrder order, LoadShape shape, LoadWatch watch)
            throws InterruptedException, IOException {
        long deadline = System.nanoTime()
                + Duration.ofSeconds(shape.warmupSeconds() + shape.durationSeconds())
                        .plus(properties.requestTimeout())
                        .plus(SLACK)
                        .toNanos();
        while (drive.isRunning()) {
            Optional<Progress> progress = drive.next(LOOK);
            tests.add(id, drive.seconds());
            progress.ifPresent(now -> tell(LoadEvent.of(id, order, now), now.percent(), order, watch));
            stopIfUnwanted(watch);
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The load generator did not come to an end.");
            }
        }
        tests.add(id, drive.seconds());
    }

    private boolean judge(String id, LoadShape shape, LaunchResult launch) {
        Measurement measurement = Measurement.of(shape, tests.secondsOf(id), launch);
        List<String> reasons =
                Validity.reasonsAgainst(shape.profile(), launch, measurement.result(), properties.limits());
        tests.judge(id, measurement, reasons, clock.instant());
        return reasons.isEmpty();
    }

    private void tell(LoadEvent event, int percent, LoadOrder order, LoadWatch watch) {
        watch.progress(percent, event.inWords());
        try {
            journal.announce(order.run(), LoadEvent.KIND, json.writeValueAsString(event));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void stopIfUnwanted(LoadWatch watch) {
        if (watch.cancelled()) {
            throw new IllegalStateException("The load test was stopped: the engine gave its job to another worker.");
        }
    }
}
