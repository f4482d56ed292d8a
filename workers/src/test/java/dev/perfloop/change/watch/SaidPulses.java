package dev.perfloop.change.watch;

import dev.perfloop.change.watch.Pulse.How;
import dev.perfloop.target.Target;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A service that answers as the test says; it has no request that only reads before it said something. */
public final class SaidPulses implements Probes {
    private final AtomicInteger looks = new AtomicInteger();
    private volatile double ms;
    private volatile int from = Integer.MAX_VALUE;
    private volatile int until = Integer.MAX_VALUE;

    /** From now on; 0 for a service that cannot be asked. */
    public void answersIn(double ms) {
        this.ms = ms;
    }

    /** After so many looks each request takes a second. */
    public void suffersAfter(int looks) {
        suffersBetween(looks, Integer.MAX_VALUE);
    }

    /** And after so many it does well again. */
    public void suffersBetween(int after, int until) {
        this.from = after;
        this.until = until;
    }

    @Override
    public Optional<Probe> of(Target target) {
        return ms == 0 ? Optional.empty() : Optional.of(new SaidProbe());
    }

    private final class SaidProbe implements Probe {
        @Override
        public List<Pulse> look() {
            int look = looks.incrementAndGet();
            return List.of(new Pulse("read", look > from && look <= until ? 1000 : ms, How.WELL));
        }

        @Override
        public void close() {}
    }
}
