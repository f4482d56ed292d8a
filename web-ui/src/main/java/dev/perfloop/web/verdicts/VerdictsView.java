package dev.perfloop.web.verdicts;

import dev.perfloop.web.rows.Allowed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

record VerdictsView(List<VerdictView> verdicts, List<ComparisonView> comparisons) {

    /**
     * One metric of one request under one profile; the request is empty for all of them together.
     *
     * @param effectPct change in percent of before, negative when it went down; ciLowPct to ciHighPct is its interval
     */
    record VerdictView(
            int round,

            @Schema(implementation = Allowed.LoadProfile.class)
            String profile,

            String request,
            @Schema(implementation = Allowed.Metric.class) String metric,
            @Nullable Double before,
            @Nullable Double after,
            @Nullable Double effectPct,
            @Nullable Double ciLowPct,
            @Nullable Double ciHighPct,

            @Schema(implementation = Allowed.Judgement.class)
            String result,

            String reason) {}

    /**
     * @param moreRuns how many runs are missing before an inconclusive verdict could become one
     * @param noise which knowledge of the noise between tests it rests on; absent in comparisons of an earlier version
     */
    record ComparisonView(
            int round,
            @Schema(implementation = Allowed.Compared.class) String verdict,
            boolean objectivesMet,
            double gainSharePct,
            int moreRuns,
            String reason,
            @Nullable String noise,
            Instant comparedAt) {}
}
