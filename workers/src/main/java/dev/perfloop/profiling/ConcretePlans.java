package dev.perfloop.profiling;

import dev.perfloop.profiling.constants.Draw;
import java.util.List;
import java.util.Optional;

/**
 * Plans of heavy statements for values that their tables hold, beside the generic ones. Where those of the two draws differ, one
 * plan does not serve all callers.
 */
public record ConcretePlans(List<ConcretePlan> plans) implements ProfilePart {
    public static final ConcretePlans NONE = new ConcretePlans(List.of());

    /**
     * @param from     where the values were taken from, of those parameters where that is known; not the values themselves
     * @param analysed true when the statement was run, so that the plan has actual rows, times and buffers
     * @param json     the output of {@code EXPLAIN (FORMAT JSON)}, with the parameters in the place of the values
     */
    public record ConcretePlan(long queryId, Draw draw, List<String> from, boolean analysed, String json) {}

    /** For common values. */
    public Optional<ConcretePlan> analysed(long queryId) {
        return plans.stream()
                .filter(plan -> plan.queryId() == queryId && plan.analysed() && plan.draw() == Draw.COMMON)
                .findFirst();
    }
}
