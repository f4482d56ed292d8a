package dev.perfloop.bench;

import dev.perfloop.bench.StepTimes.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a process took under load. Times in milliseconds.
 *
 * @param workflowsPerSecond instances that came to their end, over the whole time
 * @param steps the engine's share of each: those that the benchmark worked itself, doing nothing
 */
record LoadReport(
        String processId,
        int concurrent,
        int operations,
        int failed,
        @Nullable String firstFailure,
        double seconds,
        double workflowsPerSecond,
        Times workflow,
        List<StepLine> steps) {

    record Times(double p50, double p95, double p99, double max) {
        static Times of(Distribution times) {
            return new Times(times.quantile(0.5), times.quantile(0.95), times.quantile(0.99), times.quantile(1));
        }
    }

    /**
     * @param reached      from the end of the work before until a worker had the job
     * @param acknowledged from the end of the work until the engine had taken it
     */
    record StepLine(String element, int count, Times reached, Times acknowledged) {}

    static LoadReport of(ProcessLoad.Order order, ProcessLoad.Driven driven) {
        return new LoadReport(
                order.processId(),
                order.concurrent(),
                order.operations(),
                driven.failed(),
                driven.firstFailure(),
                driven.seconds(),
                driven.micros().length / driven.seconds(),
                Times.of(Distribution.of(Arrays.stream(driven.micros()))),
                driven.steps().byElement().entrySet().stream()
                        .map(entry -> line(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static StepLine line(String element, Step step) {
        return new StepLine(
                element,
                step.reached().size(),
                Times.of(Distribution.of(step.reached().stream().mapToLong(Long::longValue))),
                Times.of(Distribution.of(step.acknowledged().stream().mapToLong(Long::longValue))));
    }

    String markdown() {
        var text = new StringBuilder(String.format(
                Locale.ROOT,
                "# %s: %.1f workflows a second%n%n- %d instances, %d at a time, in %.1f s; %d failed%s%n%n",
                processId,
                workflowsPerSecond,
                operations,
                concurrent,
                seconds,
                failed,
                firstFailure == null ? "" : ": " + firstFailure));
        text.append("| ms | p50 | p95 | p99 | max | acknowledged, p50 | p95 |\n|---|---|---|---|---|---|---|\n");
        text.append(String.format(
                Locale.ROOT,
                "| whole workflow | %.1f | %.1f | %.1f | %.1f | | |%n",
                workflow.p50(),
                workflow.p95(),
                workflow.p99(),
                workflow.max()));
        steps.forEach(step -> text.append(String.format(
                Locale.ROOT,
                "| until %s had a worker | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |%n",
                step.element(),
                step.reached().p50(),
                step.reached().p95(),
                step.reached().p99(),
                step.reached().max(),
                step.acknowledged().p50(),
                step.acknowledged().p95())));
        if (steps.isEmpty()) {
            text.append(
                    "\nSteps are told apart for a model file only, whose service tasks the benchmark works itself.\n");
        }
        return text.toString();
    }
}
