package dev.perfloop.loadtests;

import io.gatling.commons.stats.Status;
import io.gatling.core.actor.ActorRef;
import io.gatling.core.controller.Controller;
import io.gatling.core.session.GroupBlock;
import io.gatling.core.stats.StatsEngine;
import scala.Option;
import scala.collection.immutable.List;

/** Reads the reason of each failed request off Gatling's statistics on their way to its own report. */
final class FailureTap implements StatsEngine {
    private final StatsEngine report;
    private final Failures failures;

    FailureTap(StatsEngine report, Failures failures) {
        this.report = report;
        this.failures = failures;
    }

    @Override
    public void start() {
        report.start();
    }

    @Override
    public void stop(ActorRef<Controller.Command> controller, Option<Exception> exception) {
        report.stop(controller, exception);
    }

    @Override
    public void logUserStart(String scenario) {
        report.logUserStart(scenario);
    }

    @Override
    public void logUserEnd(String scenario) {
        report.logUserEnd(scenario);
    }

    @Override
    public void logResponse(
            String scenario,
            List<String> groups,
            String request,
            long startMillis,
            long endMillis,
            Status status,
            Option<String> responseCode,
            Option<String> message) {
        if (message.isDefined()) {
            failures.add(request, message.get());
        }
        report.logResponse(scenario, groups, request, startMillis, endMillis, status, responseCode, message);
    }

    @Override
    public void logGroupEnd(String scenario, GroupBlock group, long exitMillis) {
        report.logGroupEnd(scenario, group, exitMillis);
    }

    @Override
    public void logRequestCrash(String scenario, List<String> groups, String request, String error) {
        failures.add(request, error);
        report.logRequestCrash(scenario, groups, request, error);
    }
}
