package dev.perfloop.load;

import dev.perfloop.load.checks.Surroundings;
import dev.perfloop.load.gatling.Drive;
import dev.perfloop.load.gatling.Generator;
import dev.perfloop.load.gatling.LaunchResult;
import dev.perfloop.target.TargetRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Drives one load test from the first word to the kept result. */
@Service
class LoadDriving {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final SharedDriving shared;
    private final LoadPlanning planning;
    private final LoadTestRepository tests;
    private final LoadAbortRepository aborts;
    private final FirstLook firstLook;
    private final Generator generator;
    private final LoadFollowing following;
    private final Surroundings surroundings;
    private final LoadStatementRepository statements;
    private final Settling settling;
    private final LoadJudging judging;
    private final Reports reports;
    private final LoadSlots slots;
    private final InstantSource clock;

    LoadDriving(
            SharedDriving shared,
            LoadPlanning planning,
            LoadTestRepository tests,
            LoadAbortRepository aborts,
            FirstLook firstLook,
            Generator generator,
            LoadFollowing following,
            Surroundings surroundings,
            LoadStatementRepository statements,
            Settling settling,
            LoadJudging judging,
            Reports reports,
            LoadSlots slots,
            InstantSource clock) {
        this.shared = shared;
        this.planning = planning;
        this.tests = tests;
        this.aborts = aborts;
        this.firstLook = firstLook;
        this.generator = generator;
        this.following = following;
        this.surroundings = surroundings;
        this.statements = statements;
        this.settling = settling;
        this.judging = judging;
        this.reports = reports;
        this.slots = slots;
        this.clock = clock;
    }

    /**
     * A job that comes a second time is driven afresh, unless it was finished and only the engine did not hear of it, or a
     * person had enough of it.
     */
    Driven drive(LoadOrder order, LoadWatch watch) throws InterruptedException, IOException {
        if (order.isShared()) {
            return shared.drive(order, watch);
        }
        Optional<String> finished = tests.validOf(order.jobKey());
        if (finished.isPresent()) {
            return new Driven.Valid(finished.get());
        }
        Optional<Driven.GivenUp> aborted = aborts.ofJob(order.jobKey());
        if (aborted.isPresent()) {
            tests.loseRunning(order.jobKey(), clock.instant());
            return aborted.get();
        }
        while (!slots.take(LOOK)) {
            watch.stopIfUnwanted();
            watch.progress(0, "Waiting for another load test to end");
        }
        try {
            return driveNow(order, watch);
        } finally {
            slots.give();
        }
    }

    private Driven driveNow(LoadOrder order, LoadWatch watch) throws InterruptedException, IOException {
        tests.loseRunning(order.jobKey(), clock.instant());
        LoadPlan plan = planning.plan(order);
        String id = tests.open(order, LoadConfig.of(plan.spec(), plan.shape(), 1), clock.instant());
        Path work = reports.workDir(id);
        try {
            watch.progress(0, "Looking whether the service answers as the scenario expects");
            firstLook.demandAnswers(plan.target(), plan.spec());
            watch.progress(0, "Starting the load generator");
            return measured(id, order, plan, work, watch);
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

    private Driven measured(String id, LoadOrder order, LoadPlan plan, Path work, LoadWatch watch)
            throws InterruptedException, IOException {
        try (Drive drive = generator.start(plan.spec(), work);
                var around = surroundings.watch(plan.target())) {
            Optional<String> abort = following.untilEnd(drive, id, order, plan.shape(), watch);
            if (abort.isPresent()) {
                tests.fail(id, "ABORTED", abort.get(), clock.instant());
                return new Driven.GivenUp(id, abort.get());
            }
            LaunchResult launch = drive.result();
            if (Validity.targetIsGone(launch)) {
                throw Reachability.unavailable(plan.target().baseUrl(), null);
            }
            drive.report().ifPresent(report -> tests.keepReport(id, reports.keep(id, report)));
            statements.save(id, around.statements());
            var readings = around.readings();
            settling.await(launch, plan.spec(), watch);
            boolean valid = judging.judge(id, order, plan.target(), plan.shape(), Injected.byOne(launch), readings);
            return valid ? new Driven.Valid(id) : new Driven.Invalid(id);
        } catch (Drive.OutOfMemory tooMany) {
            tests.fail(id, "INVALID", String.valueOf(tooMany.getMessage()), clock.instant());
            return new Driven.Invalid(id);
        } catch (Drive.WrongSpec wrong) {
            throw Validity.cannotBeDriven(wrong);
        }
    }
}
