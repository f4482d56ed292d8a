package dev.perfloop.web.findings;

import dev.perfloop.web.rows.Allowed;
import dev.perfloop.web.rows.RawJson;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

record FindingsView(List<FindingView> findings, List<RefusalView> refusals, List<BottleneckView> bottlenecks) {

    /**
     * @param impact share of the objective's gap it explains, 0 to 100
     * @param gainLowPct the least gain that the estimate promises, in percent
     * @param evidence endpoint, statement, plan node and what else it rests on
     */
    record FindingView(
            String id,
            int rank,
            String kind,
            @Schema(implementation = Allowed.Layer.class) String layer,
            double impact,
            @Schema(implementation = Allowed.Level.class) String confidence,
            @Schema(implementation = Allowed.Level.class) String priority,
            @Schema(implementation = Allowed.Effort.class) String effort,
            String summary,
            @Nullable Double gainLowPct,
            @Nullable Double gainHighPct,
            RawJson evidence,
            @Nullable RawJson proposal) {}

    /** A candidate that was looked at and turned down. */
    record RefusalView(String subject, String reason) {}

    record BottleneckView(
            int rank,
            @Schema(implementation = Allowed.Layer.class) String layer,
            double impact,
            String summary,
            RawJson subject) {}
}
