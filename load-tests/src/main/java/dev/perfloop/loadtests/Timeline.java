package dev.perfloop.loadtests;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * Says when an arrival was due and how late the generator was. The start of the schedule is the earliest that any
 * arrival seen so far allows.
 *
 * <p>An arrival that the generator starts late is measured from when it was due, so that a stall of the generator shows
 * in the latencies instead of hiding them (coordinated omission). Lateness within {@value #JITTER_MILLIS} ms is
 * the jitter of timers on a busy machine, not a stall, and is not charged to the target. All lateness is reported beside
 * the result.
 */
final class Timeline {
    static final int JITTER_MILLIS = 20;
    private static final long UNKNOWN = Long.MAX_VALUE;

    private final Schedule schedule;
    private final long epochNanosAtZero;
    private final AtomicLong startNanos = new AtomicLong(UNKNOWN);
    private final LongAdder measuredStarts = new LongAdder();
    private final ConcurrentHistogram lateMicros = new ConcurrentHistogram(2);

    Timeline(Schedule schedule, long epochMillisNow, long nanosNow) {
        this.schedule = schedule;
        epochNanosAtZero = epochMillisNow * 1_000_000 - nanosNow;
    }

    /**
     * Notes that a visit's request starts now and returns the instant its latency counts from.
     *
     * @param waited for others to be answered, which is no jitter however short it was
     */
    long start(long arrival, boolean waited, long nowNanos) {
        long offset = schedule.offsetMillis(arrival) * 1_000_000L;
        long started = startNanos.accumulateAndGet(nowNanos - offset, Math::min);
        long due = started + offset;
        if (isMeasured(nowNanos - started)) {
            measuredStarts.increment();
            lateMicros.recordValue((nowNanos - due) / 1_000);
        }
        return waited || nowNanos - due > JITTER_MILLIS * 1_000_000L ? due : nowNanos;
    }

    /** How long ago it was due; 0 for the first. */
    long lateNanos(long arrival, long nowNanos) {
        long started = startNanos.get();
        return started == UNKNOWN ? 0 : nowNanos - started - schedule.offsetMillis(arrival) * 1_000_000L;
    }

    private boolean isMeasured(long sinceStartNanos) {
        return sinceStartNanos >= schedule.warmupSeconds() * 1_000_000_000L
                && sinceStartNanos < schedule.totalSeconds() * 1_000_000_000L;
    }

    long epochSecond(long nanos) {
        return Math.floorDiv(epochNanosAtZero + nanos, 1_000_000_000L);
    }

    boolean hasStarted() {
        return startNanos.get() != UNKNOWN;
    }

    long firstEpochSecond() {
        return epochSecond(startNanos.get());
    }

    /** Seconds since the first arrival, 0 before it. */
    double elapsedSeconds(long nowNanos) {
        return hasStarted() ? Math.max(0, nowNanos - startNanos.get()) / 1e9 : 0;
    }

    boolean isMeasuring(long nowNanos) {
        return hasStarted() && isMeasured(nowNanos - startNanos.get());
    }

    long startedAtMillis() {
        return hasStarted() ? (epochNanosAtZero + startNanos.get()) / 1_000_000 : 0;
    }

    /** Arrivals a second that were really started in the measured part, which an abort cuts short. */
    double effectiveRate(long nowNanos) {
        double measured = Math.min(elapsedSeconds(nowNanos), schedule.totalSeconds()) - schedule.warmupSeconds();
        return measured <= 0 ? 0 : measuredStarts.sum() / measured;
    }

    double lateMillis(double percentile) {
        return lateMicros.getValueAtPercentile(percentile) / 1_000.0;
    }
}
