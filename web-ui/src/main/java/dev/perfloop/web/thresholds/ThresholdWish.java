package dev.perfloop.web.thresholds;

import dev.perfloop.contract.threshold.Threshold;
import dev.perfloop.contract.threshold.Threshold.Direction;
import dev.perfloop.contract.threshold.Threshold.From;
import dev.perfloop.web.problems.FieldProblem;
import dev.perfloop.web.problems.Refused;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A threshold as a person wants it.
 *
 * @param warning beyond it the value is a trouble, in the unit of the metric
 * @param critical beyond it the value is a grave one; default: no grave one, as the warning
 * @param direction which side is beyond; default: ABOVE
 * @param lastingSeconds default: 300
 * @param clearShare default: 0.1
 */
record ThresholdWish(
        @NotNull Double warning,
        @Nullable Double critical,
        @Nullable Direction direction,
        @Nullable Integer lastingSeconds,
        @Nullable Double clearShare) {
    private static final int A_DAY = 86_400;
    private static final double MOST_CLEAR = 0.9;

    /** Refuses what no value could be held against. */
    Threshold threshold() {
        var side = direction == null ? Direction.ABOVE : direction;
        double grave = critical == null ? warning : critical;
        long lasting = lastingSeconds == null ? Threshold.LASTING.toSeconds() : lastingSeconds;
        double clear = clearShare == null ? Threshold.CLEAR_SHARE : clearShare;
        List<FieldProblem> problems = new ArrayList<>();
        need(problems, Double.isFinite(warning), "warning", "This has to be a number.");
        need(problems, Double.isFinite(grave), "critical", "This has to be a number.");
        need(
                problems,
                side == Direction.ABOVE ? !(grave < warning) : !(grave > warning),
                "critical",
                "What is critical has to be at least as far beyond as what is a warning.");
        need(problems, lasting >= 0 && lasting <= A_DAY, "lastingSeconds", "From 0 to 86400 seconds, a day.");
        need(problems, clear >= 0 && clear <= MOST_CLEAR, "clearShare", "From 0 to 0.9 of the warning.");
        if (!problems.isEmpty()) {
            throw Refused.invalid("This is no threshold.", "Mend what is named and send it again.", problems);
        }
        return new Threshold(warning, grave, side, Duration.ofSeconds(lasting), clear, From.OWN);
    }

    private static void need(List<FieldProblem> problems, boolean met, String field, String otherwise) {
        if (!met) {
            problems.add(new FieldProblem(1, field, otherwise));
        }
    }
}
