package dev.perfloop.change.watch;

import dev.perfloop.change.RunChange;
import dev.perfloop.change.ServiceChange;
import dev.perfloop.change.SetParameter;
import dev.perfloop.run.BlindSpots;
import dev.perfloop.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Watches the service while one of its changes is applied, by requests of its own that only read. */
@Component
public class Watching {
    private static final String SUBJECT = "the service while a change is applied";

    private final Probes probes;
    private final CalmRepository calms;
    private final BlindSpots blindSpots;
    private final WatchProperties properties;

    Watching(Probes probes, CalmRepository calms, BlindSpots blindSpots, WatchProperties properties) {
        this.probes = probes;
        this.calms = calms;
        this.blindSpots = blindSpots;
        this.properties = properties;
    }

    /** Takes and keeps how the service answers now; before anything is done to it. */
    public void remember(RunChange change, Target target) throws InterruptedException {
        var open = probes.of(target);
        if (open.isEmpty()) {
            blindSpots.add(
                    change.runId(),
                    SUBJECT,
                    "its scenario has no request that only reads",
                    "Add a GET request to load.requests of the target.");
            return;
        }
        try (var probe = open.get()) {
            // The first one opens connections and fills caches.
            probe.look();
            List<Pulse> pulses = new ArrayList<>();
            for (int look = 0; look < properties.before(); look++) {
                Thread.sleep(properties.pause().dividedBy(4));
                pulses.addAll(probe.look());
            }
            var calm = Calm.of(pulses);
            if (calm.slowestMs().isEmpty()) {
                blindSpots.add(
                        change.runId(),
                        SUBJECT,
                        "its requests failed even before",
                        "Look whether " + target.baseUrl() + " answers the scenario's GET requests.");
            }
            calms.keep(change.id(), calm);
        }
    }

    /**
     * Begins to watch.
     *
     * @param stop called once, from a thread of the watch, with the reason why the change is to be stopped
     */
    public Watch over(RunChange change, Target target, Consumer<String> stop) {
        var calm = calms.of(change.id());
        var probe = calm.slowestMs().isEmpty() ? null : probes.of(target).orElse(null);
        var watch = new Watch(probe, calm, mayRestart(change), properties, stop);
        watch.begin();
        return watch;
    }

    private static boolean mayRestart(RunChange change) {
        return change.change() instanceof SetParameter || change.change() instanceof ServiceChange;
    }
}
