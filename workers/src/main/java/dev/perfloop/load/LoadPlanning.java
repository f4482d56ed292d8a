package dev.perfloop.load;

import dev.perfloop.run.Run;
import dev.perfloop.run.Runs;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetUnavailable;
import org.springframework.stereotype.Component;

/** Turns an order into a plan, with every feeder's values drawn. */
@Component
class LoadPlanning {
    private final Runs runs;
    private final ScenarioSpec scenario;
    private final Reachability reachability;
    private final LoadProperties properties;

    LoadPlanning(Runs runs, ScenarioSpec scenario, Reachability reachability, LoadProperties properties) {
        this.runs = runs;
        this.scenario = scenario;
        this.reachability = reachability;
        this.properties = properties;
    }

    /** @throws TargetUnavailable when nobody listens at the service's address */
    LoadPlan plan(LoadOrder order) {
        Run run = runs.get(order.run());
        Target target = runs.targetOf(order.run());
        reachability.demand(target.baseUrl());
        LoadShape shape = LoadShape.of(
                order.profile(),
                target.load().arrivalRate(),
                target.guards().maxRate(),
                properties.durations(run.intensity()).of(order.phase()));
        return new LoadPlan(target, shape, scenario.of(target, shape, order.seed()));
    }
}
