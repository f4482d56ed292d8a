package dev.perfloop.web.thresholds;

import dev.perfloop.contract.threshold.Firing;
import dev.perfloop.contract.threshold.Firings;
import dev.perfloop.contract.threshold.Threshold;
import dev.perfloop.contract.threshold.Threshold.From;
import dev.perfloop.web.problems.Refused;
import dev.perfloop.web.thresholds.ThresholdView.FiringView;
import dev.perfloop.web.thresholds.ThresholdView.SeriesThresholdView;
import dev.perfloop.web.thresholds.ThresholdView.ThresholdPreviewView;
import dev.perfloop.web.usual.UsualWeeks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Thresholds as people see and set them. Workers judge by the rows that come of it, and the preview takes the same steps. */
@Service
class Thresholds {
    private final ThresholdRepository rows;
    private final UsualWeeks usual;
    private final InstantSource clock;

    Thresholds(ThresholdRepository rows, UsualWeeks usual, InstantSource clock) {
        this.rows = rows;
        this.usual = usual;
        this.clock = clock;
    }

    List<SeriesThresholdView> of(String target) {
        return rows.of(target);
    }

    SeriesThresholdView ofSeries(int id) {
        return rows.find(id)
                .orElseThrow(() -> Refused.notFound(
                        "There is no series " + id + ".", "GET /api/targets/{target}/series lists those of a target."));
    }

    SeriesThresholdView set(int id, ThresholdWish wish, String by) {
        rows.set(id, wish.threshold(), by, clock.instant());
        return ofSeries(id);
    }

    SeriesThresholdView unset(int id) {
        if (!rows.unset(id)) {
            throw Refused.notFound(
                    "Series " + id + " has no threshold of its own.",
                    "GET /api/series/" + id + "/threshold tells what holds.");
        }
        return ofSeries(id);
    }

    ThresholdPreviewView preview(int id, int days, @Nullable ThresholdWish wish) {
        var series = ofSeries(id);
        Instant until = clock.instant();
        Instant from = until.minus(Duration.ofDays(days));
        var held = held(series, wish);
        int step = rows.stepSeconds(id);
        var judged = rows.history(id, from, until, step).stream()
                .filter(value -> held.apply(value.at()).isPresent())
                .toList();
        var firings = Firings.over(judged, held);
        return new ThresholdPreviewView(
                from,
                until,
                judged.size(),
                step,
                firings.stream().map(Thresholds::view).toList());
    }

    private Function<Instant, Optional<Threshold>> held(SeriesThresholdView series, @Nullable ThresholdWish wish) {
        if (wish != null) {
            var constant = Optional.of(wish.threshold());
            return at -> constant;
        }
        var holds = series.holds();
        if (holds == null) {
            return at -> Optional.empty();
        }
        var constant = Optional.of(holds.threshold());
        if (constant.get().from() != From.HISTORY) {
            return at -> constant;
        }
        var week = usual.of(series.id());
        return at -> week.at(at).flatMap(band -> Threshold.ofUsual(series.unit(), band.mid(), band.high()));
    }

    private static FiringView view(Firing firing) {
        return new FiringView(
                firing.since(),
                firing.firedAt(),
                firing.endedAt(),
                firing.severity().name(),
                firing.worst());
    }
}
