package dev.perfloop.trend;

import dev.perfloop.trend.WatchState.Calm;
import dev.perfloop.trend.WatchState.Clearing;
import dev.perfloop.trend.WatchState.Open;
import dev.perfloop.trend.WatchState.Pending;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Follows one metric against one threshold, value by value. Live evaluation and the preview on history are the same steps, so what
 * the preview shows is what would have been raised.
 */
public record ThresholdWatch(Threshold threshold) {
    /** Where the watch is after a value, and what that value changed. */
    public record Step(WatchState state, WatchEvent event) {}

    /**
     * A value that is no number, or no later than the last one, changes nothing. One that is earlier by more than a gap means that
     * the clock was set back: the count begins anew. An open breach stays open over a gap, as silence heals nothing.
     */
    public Step next(WatchState state, Instant at, double value) {
        boolean torn = threshold.isGap(state.seen(), at);
        if (!Double.isFinite(value) || !torn && !at.isAfter(state.seen())) {
            return step(state);
        }
        boolean breached = threshold.isBreachedBy(value);
        return switch (state) {
            case Calm calm -> breached ? pending(at, at, value) : step(new Calm(at));
            case Pending it ->
                breached
                        ? pending(at, torn ? at : it.since(), torn ? value : threshold.worse(it.worst(), value))
                        : step(new Calm(at));
            case Open it -> open(at, it.breach(), at, value);
            case Clearing it -> open(at, it.breach(), torn ? at : it.since(), value);
        };
    }

    /** What would have been raised over a history; the last breach may still be open. */
    public List<Breach> over(Series history) {
        List<Breach> breaches = new ArrayList<>();
        WatchState state = WatchState.UNSEEN;
        for (Point point : history.points()) {
            var step = next(state, point.at(), point.value());
            state = step.state();
            if (step.event() instanceof WatchEvent.Closed closed) {
                breaches.add(closed.breach());
            }
        }
        switch (state) {
            case Open it -> breaches.add(it.breach());
            case Clearing it -> breaches.add(it.breach());
            case Calm calm -> {}
            case Pending pending -> {}
        }
        return List.copyOf(breaches);
    }

    private Step pending(Instant at, Instant since, double worst) {
        if (hasLasted(threshold.openAfter(), since, at)) {
            var breach = new Breach(since, at, null, worst);
            return new Step(new Open(at, breach), new WatchEvent.Opened(breach));
        }
        return step(new Pending(at, since, worst));
    }

    private Step open(Instant at, Breach breach, Instant recoveredSince, double value) {
        if (!threshold.isRecoveredAt(value)) {
            return step(new Open(at, breach.withWorst(threshold.worse(breach.worst(), value))));
        }
        return hasLasted(threshold.closeAfter(), recoveredSince, at)
                ? new Step(new Calm(at), new WatchEvent.Closed(breach.closedAt(at)))
                : step(new Clearing(at, breach, recoveredSince));
    }

    private static boolean hasLasted(Duration asked, Instant since, Instant at) {
        return Duration.between(since, at).compareTo(asked) >= 0;
    }

    private static Step step(WatchState state) {
        return new Step(state, new WatchEvent.None());
    }
}
