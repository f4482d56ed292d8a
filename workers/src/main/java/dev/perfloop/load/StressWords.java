package dev.perfloop.load;

import dev.perfloop.load.LoadResult.StressStep;
import dev.perfloop.load.checks.Check;
import dev.perfloop.load.checks.Reading;
import dev.perfloop.load.gatling.LaunchSpec;
import dev.perfloop.target.Objectives.Objective;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says what a stress test found. Pure. */
final class StressWords {
    private StressWords() {}

    static Check breakingPoint(LoadShape shape, LoadResult result) {
        List<StressStep> steps = steps(result);
        int broken = brokenStep(result);
        if (broken < 0) {
            return Check.noted(
                    "Breaking point",
                    "It held all steps up to %.0f arrivals a second%s.",
                    steps.isEmpty() ? shape.ratePerSecond() : steps.getLast().rate(),
                    shape.cappedFrom() == null ? "" : ", where guards.maxRate ends the climb");
        }
        StressStep step = steps.get(broken);
        return Check.noted(
                "Breaking point",
                "At %.0f arrivals a second: %.0f answers a second, %.1f %% of them errors, p95 %.0f ms. %s",
                step.rate(),
                step.figures().throughput(),
                step.figures().errorRate() * 100,
                step.figures().p95Ms(),
                broken == 0
                        ? "That is the first step: lower load.arrivalRate to see what it holds."
                        : String.format(
                                Locale.ROOT,
                                "It held %.0f.",
                                steps.get(broken - 1).rate()));
    }

    /** The first step that breaks an objective which the target's owner gave for all requests. */
    static Check objective(Objective objective, LoadResult result) {
        for (StressStep step : steps(result)) {
            List<String> broken = new ArrayList<>();
            Figures figures = step.figures();
            compare("p50", figures.p50Ms(), objective.p50(), broken);
            compare("p95", figures.p95Ms(), objective.p95(), broken);
            compare("p99", figures.p99Ms(), objective.p99(), broken);
            if (objective.errors() != null && figures.errorRate() > objective.errors()) {
                broken.add(String.format(
                        Locale.ROOT,
                        "errors %.1f %% instead of %.1f %%",
                        figures.errorRate() * 100,
                        objective.errors() * 100));
            }
            if (!broken.isEmpty()) {
                return Check.noted(
                        "Objectives under stress",
                        "Broken from %.0f arrivals a second on: %s.",
                        step.rate(),
                        String.join(", ", broken));
            }
        }
        boolean none = objective.p50() == null
                && objective.p95() == null
                && objective.p99() == null
                && objective.errors() == null;
        return none
                ? Check.notLookedAt(
                        "Objectives under stress", "The target's file has no objective for all requests together.")
                : Check.fine("Objectives under stress", "Kept in every step.");
    }

    private static void compare(String name, double millis, @Nullable Duration limit, List<String> broken) {
        if (limit != null && millis > limit.toMillis()) {
            broken.add(String.format(Locale.ROOT, "%s %.0f ms instead of %d ms", name, millis, limit.toMillis()));
        }
    }

    /** The readings of the step at which it broke and of the one before; of the last step when it held. */
    static List<Reading> atTheBreak(LoadShape shape, Measurement measurement, List<Reading> readings) {
        LaunchSpec.Stress stress = shape.stress();
        if (stress == null) {
            return List.of();
        }
        List<StressStep> steps = steps(measurement.result());
        int broken = brokenStep(measurement.result());
        int last = broken < 0 ? steps.size() - 1 : broken;
        int first = broken < 0 ? last : Math.max(0, broken - 1);
        Instant begin = measurement.steadyFrom();
        return Reading.between(
                readings,
                begin.plusSeconds((long) first * stress.stepSeconds()),
                begin.plusSeconds((last + 1L) * stress.stepSeconds()));
    }

    private static int brokenStep(LoadResult result) {
        Double rate = result.breakingRate();
        return rate == null
                ? -1
                : steps(result).stream().map(StressStep::rate).toList().indexOf(rate);
    }

    private static List<StressStep> steps(LoadResult result) {
        return result.steps() == null ? List.of() : result.steps();
    }
}
