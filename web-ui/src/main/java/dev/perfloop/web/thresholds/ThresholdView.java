package dev.perfloop.web.thresholds;

import dev.perfloop.contract.threshold.Threshold;
import dev.perfloop.web.rows.Allowed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a series is held against.
 *
 * @param direction which side is beyond
 * @param lastingSeconds how long it has to be beyond, and as long back again, to count
 * @param clearShare how far it has to come back inside, as a share of the warning
 * @param since when it came to hold; of an own one when it was set
 * @param setBy who set an own one
 */
record ThresholdView(
        double warning,
        double critical,
        Threshold.Direction direction,
        int lastingSeconds,
        double clearShare,

        @Schema(implementation = Allowed.ThresholdFrom.class)
        String from,

        Instant since,
        @Nullable String setBy) {

    /**
     * A series with what holds for it.
     *
     * @param value the newest of the last hours
     * @param holds null where nothing is known to hold it against
     */
    record SeriesThresholdView(
            int id,
            String target,

            @Schema(implementation = Allowed.MetricSource.class)
            String source,

            String metric,
            @Nullable String subject,
            String title,
            String unit,
            @Nullable Double value,
            @Nullable ThresholdView holds) {}

    /**
     * What a threshold would have raised.
     *
     * @param judged how many values there were that something could be held against, one an assessment
     * @param stepSeconds the time that each of them stands for
     * @param firings oldest first
     */
    record ThresholdPreviewView(Instant from, Instant until, int judged, int stepSeconds, List<FiringView> firings) {}

    /**
     * A time in which the series was beyond for long enough.
     *
     * @param since when it came to be beyond
     * @param firedAt when that had lasted
     * @param endedAt when it had been back for as long; null when it was not
     */
    record FiringView(
            Instant since,
            Instant firedAt,
            @Nullable Instant endedAt,

            @Schema(implementation = Allowed.AlertSeverity.class)
            String severity,

            double worst) {}

    Threshold threshold() {
        return new Threshold(
                warning,
                critical,
                direction,
                Duration.ofSeconds(lastingSeconds),
                clearShare,
                Threshold.From.valueOf(from));
    }
}
