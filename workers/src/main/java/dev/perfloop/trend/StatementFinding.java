package dev.perfloop.trend;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a statement. Times are milliseconds a call. */
public sealed interface StatementFinding {
    /** A call takes longer than it did. */
    record Slower(String statement, Instant since, double beforeMs, double afterMs, double pValue)
            implements StatementFinding {}

    /** It is called more often than is usual at these hours; a call takes as long as ever. */
    record CalledMore(String statement, Instant since, double usualPerSecond, double perSecond)
            implements StatementFinding {}

    /**
     * It was next to nothing before, and is much of the database's time now.
     *
     * @param share       of the execution time of all statements
     * @param shareBefore the same of the time before
     */
    record NewHeavy(String statement, Instant since, double share, double shareBefore) implements StatementFinding {}

    /**
     * It has another plan, or the same one at a very different cost.
     *
     * @param times how much longer a call takes since; no number when it was not called on both sides
     */
    record PlanChanged(
            String statement,
            Instant at,
            @Nullable String planBefore,
            @Nullable String planAfter,
            double costBefore,
            double costAfter,
            double times)
            implements StatementFinding {}
}
