package dev.perfloop.load;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the other injectors of a load know that this one is alive, whatever it is busy with. */
final class Pulse implements AutoCloseable {
    /** Silent for so long, an injector is taken for dead: well below the lease of a job, so that no second one joins in. */
    static final Duration DEAD = Duration.ofSeconds(15);

    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final Logger log = LoggerFactory.getLogger(Pulse.class);

    private final Thread beating;

    Pulse(InjectorRepository injectors, LoadOrder order) {
        beating = Thread.ofVirtual().name("injector-pulse").start(() -> {
            try {
                while (true) {
                    beat(injectors, order);
                    Thread.sleep(BEAT);
                }
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void beat(InjectorRepository injectors, LoadOrder order) {
        try {
            injectors.breathe(order);
        } catch (RuntimeException away) {
            log.debug("A sign of life could not be written", away);
        }
    }

    @Override
    public void close() {
        beating.interrupt();
    }
}
