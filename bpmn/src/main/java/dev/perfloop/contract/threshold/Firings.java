package dev.perfloop.contract.threshold;

import dev.perfloop.contract.threshold.Threshold.Direction;
import dev.perfloop.contract.threshold.Watch.Phase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a threshold would have raised over a history: a person sees before saving how often that is. */
public final class Firings {
    private final List<Firing> found = new ArrayList<>();
    private Watch watch = Watch.CALM;
    private @Nullable Firing open;
    private @Nullable Instant last;

    private Firings() {}

    /** What a series was at. */
    public record Value(Instant at, double value) {}

    /**
     * The last one may still last. As when it is judged live, time without a value changes nothing: silence is no recovery.
     *
     * @param history one value an assessment, oldest first
     * @param held    what held at a time; without a threshold nothing is judged
     */
    public static List<Firing> over(List<Value> history, Function<Instant, Optional<Threshold>> held) {
        var firings = new Firings();
        history.forEach(value -> held.apply(value.at()).ifPresent(threshold -> firings.next(threshold, value)));
        if (firings.open != null) {
            firings.found.add(firings.open);
        }
        return List.copyOf(firings.found);
    }

    private void next(Threshold threshold, Value value) {
        var before = watch;
        watch = before.next(threshold, value.value(), value.at(), Watch.early(last, value.at()));
        last = value.at();
        if (!watch.isAlarming()) {
            if (open != null) {
                found.add(new Firing(open.since(), open.firedAt(), value.at(), open.severity(), open.worst()));
            }
            open = null;
            return;
        }
        if (open == null) {
            var since = before.phase() == Phase.PENDING ? before.since() : value.at();
            open = new Firing(since, value.at(), null, watch.severity(), value.value());
        } else {
            double worst = threshold.direction() == Direction.ABOVE
                    ? Math.max(open.worst(), value.value())
                    : Math.min(open.worst(), value.value());
            open = new Firing(open.since(), open.firedAt(), null, watch.severity(), worst);
        }
    }
}
