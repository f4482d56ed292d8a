package dev.perfloop.loadtests;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code result.json}. Rates are arrivals a second in the measured part; processor shares are of the whole machine,
 * 0 to 1; requests and errors are of the whole test, logins and warm-up included; times are epoch milliseconds.
 *
 * @param exit COMPLETED or ABORTED
 * @param cpuPeriods CPU periods of our control group in the measured part; -1 when there is nothing to read
 * @param cpuThrottledPeriods those in which it was stopped for having used its share
 * @param lateP99Ms 99th percentile of how long after its due time the generator started a visit, measured part
 */
record TestResult(
        double offeredRate,
        double effectiveRate,
        double generatorCpu,
        double generatorCpuMax,
        double lateP99Ms,
        double lateMaxMs,
        long requests,
        long errors,
        List<Failures.Sample> errorSamples,
        long cpuPeriods,
        long cpuThrottledPeriods,
        long startedAt,
        long measuredFrom,
        long measuredTo,
        String exit,
        @Nullable String reason) {

    static TestResult of(LoadTest test, GeneratorCpu cpu, long nowNanos) {
        Timeline timeline = test.timeline();
        Schedule schedule = test.schedule();
        String abortedBecause = test.brake().pulledBecause();
        long started = timeline.startedAtMillis();
        long ended = started + Math.round(1000 * Math.min(timeline.elapsedSeconds(nowNanos), schedule.totalSeconds()));
        return new TestResult(
                schedule.offeredRate(),
                timeline.effectiveRate(nowNanos),
                cpu.mean(),
                cpu.max(),
                timeline.lateMillis(99),
                timeline.lateMillis(100),
                test.recorder().requests(),
                test.recorder().errors(),
                test.failures().samples(),
                cpu.limit().periods(),
                cpu.limit().throttled(),
                started,
                Math.min(started + schedule.warmupSeconds() * 1000L, ended),
                ended,
                abortedBecause == null ? "COMPLETED" : "ABORTED",
                abortedBecause);
    }
}
