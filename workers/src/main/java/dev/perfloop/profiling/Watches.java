package dev.perfloop.profiling;

import dev.perfloop.profiling.Collector.Watch;
import dev.perfloop.run.BlindSpots;
import dev.perfloop.run.RunId;
import dev.perfloop.target.Target;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The watches on one run. One that fails is let go and said to be missing; the others go on. */
final class Watches implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watches.class);

    private final List<Collector> collectors;
    private final RunId run;
    private final Target target;
    private final BlindSpots blindSpots;
    private final Map<Collector, Watch> watching = new LinkedHashMap<>();
    private boolean begun;

    Watches(List<Collector> collectors, RunId run, Target target, BlindSpots blindSpots) {
        this.collectors = collectors;
        this.run = run;
        this.target = target;
        this.blindSpots = blindSpots;
    }

    void sample(Instant at) {
        begin();
        each(watch -> watch.sample(at));
    }

    void finish() {
        each(Watch::finish);
    }

    @Override
    public void close() {
        each(Watch::close);
        watching.clear();
    }

    private void begin() {
        if (begun) {
            return;
        }
        begun = true;
        for (var collector : collectors) {
            try {
                watching.put(collector, collector.begin(run, target));
            } catch (RuntimeException failure) {
                missed(collector, failure);
            }
        }
    }

    private void each(Consumer<Watch> deed) {
        for (var entry : List.copyOf(watching.entrySet())) {
            try {
                deed.accept(entry.getValue());
            } catch (RuntimeException failure) {
                watching.remove(entry.getKey());
                missed(entry.getKey(), failure);
                letGo(entry.getValue());
            }
        }
    }

    private void missed(Collector collector, RuntimeException failure) {
        LOG.warn("Run {}: cannot watch {}", run, collector.subject(), failure);
        blindSpots.add(run, collector.subject(), "watching it failed: " + failure.getMessage(), "");
    }

    private static void letGo(Watch watch) {
        try {
            watch.close();
        } catch (RuntimeException alreadyBroken) {
            LOG.debug("A failed watch does not close", alreadyBroken);
        }
    }
}
