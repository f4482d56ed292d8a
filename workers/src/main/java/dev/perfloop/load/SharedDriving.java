package dev.perfloop.load;

import dev.perfloop.load.InjectorRepository.Beginning;
import dev.perfloop.load.gatling.Drive;
import dev.perfloop.load.gatling.Generator;
import dev.perfloop.load.gatling.LaunchSpec;
import dev.perfloop.target.TargetRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Drives one share of a load that several injectors drive together. They are jobs of one task, and each answers what the
 * whole came to. The first leads: it opens the one load test and judges it. When an injector falls silent the test is lost
 * for all and repeated.
 */
@Service
class SharedDriving {
    private final LoadPlanning planning;
    private final InjectorMeeting meeting;
    private final LeadInjector lead;
    private final LoadTestRepository tests;
    private final InjectorRepository injectors;
    private final Generator generator;
    private final LoadFollowing following;
    private final Reports reports;
    private final LoadSlots slots;
    private final InstantSource clock;

    SharedDriving(
            LoadPlanning planning,
            InjectorMeeting meeting,
            LeadInjector lead,
            LoadTestRepository tests,
            InjectorRepository injectors,
            Generator generator,
            LoadFollowing following,
            Reports reports,
            LoadSlots slots,
            InstantSource clock) {
        this.planning = planning;
        this.meeting = meeting;
        this.lead = lead;
        this.tests = tests;
        this.injectors = injectors;
        this.generator = generator;
        this.following = following;
        this.reports = reports;
        this.slots = slots;
        this.clock = clock;
    }

    /**
     * A job that comes a second time joins nobody: its injector died, and the load test with it, or all has ended and only the
     * engine did not hear of it.
     *
     * @throws TooFewInjectors when not all came in time
     */
    Driven drive(LoadOrder order, LoadWatch watch) throws InterruptedException, IOException {
        Optional<String> earlier = injectors.testOf(order);
        if (earlier.isPresent()) {
            tests.fail(earlier.get(), "LOST", order.injectorInWords() + " was gone before it ended.", clock.instant());
            return tests.end(earlier.get()).orElseThrow();
        }
        if (!slots.take(Duration.ZERO)) {
            return new Driven.NotNow(order.name(), "This worker drives another load; another worker may be free.");
        }
        try (var pulse = new Pulse(injectors, order)) {
            return meetAndDrive(order, watch);
        } finally {
            slots.give();
        }
    }

    private Driven meetAndDrive(LoadOrder order, LoadWatch watch) throws InterruptedException, IOException {
        LoadPlan plan = planning.plan(order);
        try {
            Beginning beginning = meeting.await(order, watch, () -> lead.open(order, plan, watch));
            return driveShare(order, plan, beginning, watch);
        } catch (TargetRefused refused) {
            injectors.leaveUnlessBegun(order);
            if (order.isAfterChanges()) {
                // As with one injector: an incident would leave our changes on a service that answers nothing well.
                return new Driven.GivenUp(order.name(), String.valueOf(refused.getMessage()));
            }
            throw refused;
        }
    }

    private Driven driveShare(LoadOrder order, LoadPlan plan, Beginning beginning, LoadWatch watch)
            throws InterruptedException, IOException {
        String id = beginning.loadTestId();
        long startAt = clock.millis() + beginning.in().toMillis();
        LaunchSpec share = Shares.of(plan.spec(), order.injector(), order.injectors(), startAt);
        var shared = new SharedWatch(watch, id, order, tests, injectors, clock);
        Path work = reports.workDir(id + "-" + order.injector());
        try (Drive drive = generator.start(share, work);
                var around = lead.lookAround(order, plan)) {
            Optional<String> abort = following.untilEnd(drive, id, order, plan.shape(), shared);
            if (abort.isPresent()) {
                tests.fail(id, "ABORTED", abort.get(), clock.instant());
            } else {
                injectors.ended(order, drive.result());
                if (around != null) {
                    lead.conclude(order, id, plan, drive, around, shared);
                }
            }
            return awaitEnd(id, shared);
        } catch (SharedWatch.Over over) {
            return tests.end(id).orElseThrow();
        } catch (Drive.OutOfMemory tooMany) {
            tests.fail(id, "INVALID", order.injectorInWords() + ": " + tooMany.getMessage(), clock.instant());
            return awaitEnd(id, shared);
        } catch (Drive.WrongSpec wrong) {
            var refused = Validity.cannotBeDriven(wrong);
            tests.fail(id, "INVALID", refused.getMessage() + " " + refused.mend(), clock.instant());
            throw refused;
        } catch (TargetRefused refused) {
            tests.fail(id, "INVALID", refused.getMessage() + " " + refused.mend(), clock.instant());
            throw refused;
        } catch (InterruptedException | IOException | RuntimeException failure) {
            tests.fail(id, "LOST", order.injectorInWords() + ": " + failure.getMessage(), clock.instant());
            throw failure;
        } finally {
            reports.clean(work);
        }
    }

    private Driven awaitEnd(String id, LoadWatch watch) throws InterruptedException {
        Optional<Driven> end = tests.end(id);
        while (end.isEmpty()) {
            watch.stopIfUnwanted();
            Thread.sleep(InjectorMeeting.LOOK);
            end = tests.end(id);
        }
        return end.get();
    }
}
