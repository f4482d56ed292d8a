package dev.perfloop.loadtests;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Lets a generator at a high rate get by with the requests it usually has under way. Each one beyond those takes a new
 * connection: a pause of 0.1 s at 20,000 arrivals a second, its own or the target's, would open 2,000, which take the time
 * that is lacking, and so on until nothing is answered.
 *
 * <p>Who waits here is measured from when it was due (see {@link Timeline}). Arrivals on time wait {@value #PATIENCE_MILLIS} ms
 * at most, and raise what is usual when they go: a slow target gets the load that was asked for. Late ones come after
 * them. Below {@value #ABOVE} arrivals a second nobody waits.
 */
final class CatchUp {
    static final int ABOVE = 2_000;
    /** What timers miss on a machine that has time to spare. */
    private static final long ON_TIME = Duration.ofMillis(2).toNanos();
    /** Connections that cost little to open at once. */
    static final int FEW = 256;
    /** Well below the lateness that makes a test invalid, and longer than most pauses of a processor that is shared. */
    static final int PATIENCE_MILLIS = 100;
    /** After this a late one goes, whatever is under way: a target that hangs must not keep arrivals for ever. */
    static final Duration LONGEST = Duration.ofSeconds(5);

    private record Waiting(long arrival, Runnable start) {}

    private final Timeline timeline;
    private final boolean needed;
    private final AtomicInteger underWay = new AtomicInteger();
    /** Most that were under way when an arrival that had been on time went. */
    private final AtomicInteger usual = new AtomicInteger(FEW);

    private final Queue<Waiting> onTime = new ConcurrentLinkedQueue<>();
    private final Queue<Waiting> late = new ConcurrentLinkedQueue<>();

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
        boolean isLate = timeline.lateNanos(arrival, nowNanos) > ON_TIME;
        if (onTime.isEmpty() && (!isLate || late.isEmpty()) && takePlace()) {
            return true;
        }
        (isLate ? late : onTime).add(new Waiting(arrival, start));
        letGo();
        return false;
    }

    /** A request that was let go has its response, or failed. */
    void answered() {
        underWay.decrementAndGet();
        letGo();
    }

    private void letGo() {
        while (!(onTime.isEmpty() && late.isEmpty()) && takePlace()) {
            Waiting first = onTime.poll();
            Waiting next = first == null ? late.poll() : first;
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
        Waiting first = overdue(onTime, nowNanos, Duration.ofMillis(PATIENCE_MILLIS));
        if (first != null) {
            usual.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            first.start().run();
        }
        Waiting last = overdue(late, nowNanos, LONGEST);
        if (last != null) {
            underWay.incrementAndGet();
            last.start().run();
        }
    }

    private @Nullable Waiting overdue(Queue<Waiting> waiting, long nowNanos, Duration longest) {
        Waiting head = waiting.peek();
        boolean goes = head != null
                && timeline.lateNanos(head.arrival(), nowNanos) > longest.toNanos()
                && waiting.remove(head);
        return goes ? head : null;
    }
}
