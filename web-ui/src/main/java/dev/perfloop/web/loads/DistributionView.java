package dev.perfloop.web.loads;

import dev.perfloop.web.rows.Allowed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Response times before and after the changes, thinned to what a picture can show.
 *
 * @param request empty for all of them together
 * @param percentiles the grid of the curves
 * @param edgesMs the bounds of the bins, one more than there are bins; equally wide on a logarithmic axis
 */
public record DistributionView(
        @Schema(implementation = Allowed.LoadProfile.class) String profile,
        String request,
        List<Double> percentiles,
        List<Double> edgesMs,
        List<SideView> sides) {

    /**
     * The steady seconds of all valid tests of a phase, laid together: what the verdict was judged by.
     *
     * @param ms one for each percentile; absent where fewer than ten responses lie beyond it
     * @param shares of all responses in each bin, 0 to 1
     */
    public record SideView(
            @Schema(implementation = Allowed.LoadPhase.class)
            String phase,

            int tests,
            long responses,
            List<@Nullable Double> ms,
            List<Double> shares) {}
}
