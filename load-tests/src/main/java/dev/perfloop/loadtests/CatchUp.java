package dev.perfloop.loadtests;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets a generator that fell behind at a high rate catch up with the requests it usually has under way, instead of
 * starting all that are due at once. Each request under way beyond those takes a new connection: a pause of 0.1 s at
 * 20,000 arrivals a second would open 2,000, which take the time that is lacking, and so on until nothing is answered.
 *
 * <p>Who waits here is late and is measured from when it was due (see {@link Timeline}). Arrivals on time never wait, so
 * a slow target still gets the load that was asked for. Below {@value #ABOVE} arrivals a second nobody waits.
 */
final class CatchUp {
    static final int ABOVE = 2_000;
    /** What timers miss on a machine that has time to spare. */
    private static final long ON_TIME = Duration.ofMillis(2).toNanos();
    /** Connections that cost little to open at once. */
    static final int FEW = 256;
    /** After this it goes, whatever is under way: a target that hangs must not keep arrivals for ever. */
    static final Duration LONGEST = Duration.ofSeconds(5);

    private record Waiting(long arrival, Runnable start) {}

    private final Timeline timeline;
    private final boolean needed;
    private final AtomicInteger underWay = new AtomicInteger();
    /** Most that were under way when an arrival was on time. */
    private final AtomicInteger usual = new AtomicInteger(FEW);

    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();

    CatchUp(Schedule schedule, Timeline timeline) {
        this.timeline = timeline;
        needed = schedule.highestRate() > ABOVE;
    }

    boolean isNeeded() {
        return needed;
    }

    /**
     * @param start called by any thread, when this arrival may start and could not at once
     * @return whether it starts now
     */
    boolean arrive(long arrival, long nowNanos, Runnable start) {
        letOverdueGo(nowNanos);
        if (timeline.lateNanos(arrival, nowNanos) <= ON_TIME) {
            usual.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            return true;
        }
        if (waiting.isEmpty() && takePlace()) {
            return true;
        }
        waiting.add(new Waiting(arrival, start));
        letGo();
        return false;
    }

    /** A request that was let go has its response, or failed. */
    void answered() {
        underWay.decrementAndGet();
        letGo();
    }

    private void letGo() {
        while (!waiting.isEmpty() && takePlace()) {
            Waiting next = waiting.poll();
            if (next == null) {
                underWay.decrementAndGet();
            } else {
                next.start().run();
            }
        }
    }

    private boolean takePlace() {
        int most = usual.get();
        return underWay.getAndUpdate(now -> now < most ? now + 1 : now) < most;
    }

    private void letOverdueGo(long nowNanos) {
        Waiting head = waiting.peek();
        if (head != null && timeline.lateNanos(head.arrival(), nowNanos) > LONGEST.toNanos() && waiting.remove(head)) {
            underWay.incrementAndGet();
            head.start().run();
        }
    }
}
