package dev.perfloop.web.thresholds;

import dev.perfloop.contract.threshold.Threshold.Direction;
import dev.perfloop.web.audit.Audited;
import dev.perfloop.web.starts.Starts;
import dev.perfloop.web.thresholds.ThresholdView.SeriesThresholdView;
import dev.perfloop.web.thresholds.ThresholdView.ThresholdPreviewView;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ThresholdController {
    private final Thresholds thresholds;
    private final Starts starts;

    ThresholdController(Thresholds thresholds, Starts starts) {
        this.thresholds = thresholds;
        this.starts = starts;
    }

    /** Every series of the target, with what it is held against. */
    @GetMapping("/api/targets/{target}/thresholds")
    List<SeriesThresholdView> ofTarget(@PathVariable String target) {
        starts.requireTarget(target);
        return thresholds.of(target);
    }

    @GetMapping("/api/series/{id}/threshold")
    SeriesThresholdView ofSeries(@PathVariable int id) {
        return thresholds.ofSeries(id);
    }

    /** Sets a threshold of its own; it holds from the next assessment. */
    @PutMapping("/api/series/{id}/threshold")
    SeriesThresholdView set(
            @PathVariable int id,
            @Validated @RequestBody ThresholdWish wish,
            Authentication who,
            HttpServletRequest request) {
        Audited.target(request, thresholds.ofSeries(id).target());
        return thresholds.set(id, wish, who.getName());
    }

    /** From the next assessment on it is again held against what is decided for all, promised or usual. */
    @DeleteMapping("/api/series/{id}/threshold")
    SeriesThresholdView unset(@PathVariable int id, HttpServletRequest request) {
        Audited.target(request, thresholds.ofSeries(id).target());
        return thresholds.unset(id);
    }

    /**
     * How often a threshold would have fired; without a warning, how often the one that holds would.
     *
     * @param days how far back
     */
    @GetMapping("/api/series/{id}/threshold/preview")
    ThresholdPreviewView preview(
            @PathVariable int id,
            @RequestParam(defaultValue = "7") @Min(1) @Max(35) int days,
            @RequestParam(required = false) @Nullable Double warning,
            @RequestParam(required = false) @Nullable Double critical,
            @RequestParam(required = false) @Nullable Direction direction,
            @RequestParam(required = false) @Nullable Integer lastingSeconds,
            @RequestParam(required = false) @Nullable Double clearShare) {
        return thresholds.preview(
                id,
                days,
                warning == null ? null : new ThresholdWish(warning, critical, direction, lastingSeconds, clearShare));
    }
}
