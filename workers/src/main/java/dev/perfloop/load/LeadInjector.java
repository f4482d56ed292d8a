package dev.perfloop.load;

import dev.perfloop.load.checks.Surroundings;
import dev.perfloop.load.gatling.Drive;
import dev.perfloop.load.gatling.LaunchResult;
import dev.perfloop.target.TargetRefused;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What one of the injectors of a load does for all of them. */
@Component
class LeadInjector {
    private final LoadTestRepository tests;
    private final InjectorRepository injectors;
    private final FirstLook firstLook;
    private final Surroundings surroundings;
    private final LoadStatementRepository statements;
    private final Settling settling;
    private final LoadJudging judging;
    private final Reports reports;
    private final InstantSource clock;

    LeadInjector(
            LoadTestRepository tests,
            InjectorRepository injectors,
            FirstLook firstLook,
            Surroundings surroundings,
            LoadStatementRepository statements,
            Settling settling,
            LoadJudging judging,
            Reports reports,
            InstantSource clock) {
        this.tests = tests;
        this.injectors = injectors;
        this.firstLook = firstLook;
        this.surroundings = surroundings;
        this.statements = statements;
        this.settling = settling;
        this.judging = judging;
        this.reports = reports;
        this.clock = clock;
    }

    /**
     * Returns the id of the load test that may begin.
     *
     * @throws TargetRefused when the service does not answer as the scenario expects
     */
    String open(LoadOrder order, LoadPlan plan, LoadWatch watch) throws InterruptedException {
        tests.loseRunning(order.jobKey(), clock.instant());
        String id = tests.open(order, LoadConfig.of(plan.spec(), plan.shape(), order.injectors()), clock.instant());
        watch.progress(0, "Looking whether the service answers as the scenario expects");
        try {
            firstLook.demandAnswers(plan.target(), plan.spec());
        } catch (TargetRefused refused) {
            tests.fail(id, "INVALID", refused.getMessage() + " " + refused.mend(), clock.instant());
            throw refused;
        } catch (RuntimeException failure) {
            tests.fail(id, "LOST", String.valueOf(failure.getMessage()), clock.instant());
            throw failure;
        }
        return id;
    }

    /** Null for an injector that does not lead. */
    Surroundings.@Nullable Watch lookAround(LoadOrder order, LoadPlan plan) {
        return order.leads() ? surroundings.watch(plan.target()) : null;
    }

    /**
     * Waits for the others, puts together what all measured, and judges it.
     *
     * @throws TargetRefused when every request of all of them failed
     */
    void conclude(LoadOrder order, String id, LoadPlan plan, Drive drive, Surroundings.Watch around, LoadWatch watch)
            throws InterruptedException {
        List<LaunchResult> shares = injectors.results(order.name());
        while (shares.size() < order.injectors()) {
            watch.stopIfUnwanted();
            Thread.sleep(InjectorMeeting.LOOK);
            shares = injectors.results(order.name());
        }
        var injected = Injected.together(shares);
        if (Validity.targetIsGone(injected.whole())) {
            throw Reachability.unavailable(plan.target().baseUrl(), null);
        }
        tests.add(id, Shares.seconds(injectors.takeSeconds(id)));
        drive.report().ifPresent(report -> tests.keepReport(id, reports.keep(id, report)));
        statements.save(id, around.statements());
        var readings = around.readings();
        settling.await(injected.whole(), plan.spec(), watch);
        judging.judge(id, order, plan.target(), plan.shape(), injected, readings);
    }
}
