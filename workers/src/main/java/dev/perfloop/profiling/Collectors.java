package dev.perfloop.profiling;

import dev.perfloop.run.BlindSpots;
import dev.perfloop.run.RunId;
import dev.perfloop.target.Target;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All that can watch a target beside its statement statistics. */
@Component
class Collectors {
    private final List<Collector> collectors;
    private final BlindSpots blindSpots;

    Collectors(ObjectProvider<Collector> collectors, BlindSpots blindSpots) {
        this.collectors = collectors.orderedStream().toList();
        this.blindSpots = blindSpots;
    }

    /** Nothing is begun before the first sample. */
    Watches of(RunId run, Target target) {
        return new Watches(collectors, run, target, blindSpots);
    }
}
