package dev.perfloop.web.outlook;

import dev.perfloop.web.rows.Allowed;
import dev.perfloop.web.starts.Intensity;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param intensity that was asked about
 * @param earlierRuns how many ended runs of this target and intensity the times come from; 0: from the usual load durations
 * @param activeRun that has to end first
 * @param fourEyes whether somebody else than the one who starts it has to approve
 * @param allowed kinds of change that may be proposed; empty for all
 * @param guards the owner's limits, as the file has them
 */
record OutlookView(
        String target,
        Intensity intensity,
        int earlierRuns,
        List<StageView> stages,
        List<ObjectiveView> objectives,
        @Nullable String activeRun,
        boolean fourEyes,
        List<String> allowed,
        List<LimitView> guards) {

    /** @param seconds how long it takes; absent where nobody knows, as where a person decides */
    record StageView(Stage stage, @Nullable Double seconds) {}

    /**
     * @param limit milliseconds, a share of requests for an error rate, requests a second at least; absent when only the
     *     workers can read it
     */
    record ObjectiveView(
            String request,
            @Schema(implementation = Allowed.Metric.class) String metric,
            @Nullable Double limit) {}

    record LimitView(String name, String value) {}
}
