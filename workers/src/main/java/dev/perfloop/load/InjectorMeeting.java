package dev.perfloop.load;

import dev.perfloop.load.InjectorRepository.Beginning;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Brings the injectors of a load together before any of them starts. */
@Component
class InjectorMeeting {
    static final Duration LOOK = Duration.ofMillis(200);
    /** Start of a generator's JVM, on a busy machine. */
    private static final Duration RUN_UP = Duration.ofSeconds(4);

    /** What the leader does once all are there: it returns the id of the load test that it opened. */
    interface Opening {
        String open() throws InterruptedException;
    }

    private final InjectorRepository injectors;
    private final LoadProperties properties;

    InjectorMeeting(InjectorRepository injectors, LoadProperties properties) {
        this.injectors = injectors;
        this.properties = properties;
    }

    /**
     * Returns when all are there and the leader has opened the load test.
     *
     * @throws TooFewInjectors when not all come in time
     */
    Beginning await(LoadOrder order, LoadWatch watch, Opening opening) throws InterruptedException {
        long deadline = System.nanoTime() + properties.meeting().toNanos();
        injectors.arrive(order);
        Optional<Beginning> beginning = Optional.empty();
        while (beginning.isEmpty()) {
            watch.stopIfUnwanted();
            int waiting = injectors.waiting(order.name(), Pulse.DEAD);
            if (waiting == order.injectors() && order.leads()) {
                injectors.begin(order.name(), opening.open(), RUN_UP);
            } else if (waiting < order.injectors()
                    && System.nanoTime() > deadline
                    && injectors.leaveUnlessBegun(order)) {
                throw new TooFewInjectors(order.injectors(), waiting);
            } else {
                watch.progress(0, order.injectorInWords() + " waits for the others: " + waiting + " there");
                Thread.sleep(LOOK);
            }
            beginning = injectors.beginning(order);
        }
        return beginning.get();
    }
}
