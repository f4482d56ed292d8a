package dev.perfloop.change.guard;

import dev.perfloop.change.Progress;
import dev.perfloop.change.RunChange;
import dev.perfloop.target.MaintenanceWindow;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * The target's CPU, over some seconds from now on and not over the last half hour as Azure has it: what was there before is the load
 * that we drove ourselves to measure the target.
 */
@Component
class LoadGuard implements Guard {
    /** What a look tells is held for true so long: what came since is the change before this one. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final TargetCpu cpu;
    private final GuardRepository journal;
    private final GuardProperties properties;
    private final InstantSource clock;

    LoadGuard(TargetCpu cpu, GuardRepository journal, GuardProperties properties, InstantSource clock) {
        this.cpu = cpu;
        this.journal = journal;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "LOAD";
    }

    @Override
    public Answer ask(RunChange change, Target target, TargetDatabase database, Progress progress)
            throws InterruptedException {
        double limit = target.guards().maxCpu();
        if (limit >= 1) {
            return new Answer.Unneeded("CPU: not asked for, as guards.maxCpu is 100 %.");
        }
        if (isOpen(target.guards().maintenance())) {
            return new Answer.Unneeded("CPU: not asked for, as a maintenance window is open.");
        }
        if (journal.has(change.runId(), name(), Guarding.CLEAR, clock.instant().minus(FRESH))) {
            return new Answer.Unneeded("CPU: looked at for another change less than a minute ago.");
        }
        List<CpuReading> readings = readings(cpu.of(target), progress);
        if (readings.isEmpty()) {
            return new Answer.Unknown(
                    "the target's CPU before a change",
                    "its metrics endpoint tells nothing of it and the database runs on another machine",
                    "Give the target's metrics endpoint (metrics.prometheus) with system_cpu_usage.");
        }
        String words = String.format(
                Locale.ROOT,
                "CPU: %s; the limit is %.0f %%.",
                readings.stream().map(CpuReading::said).collect(Collectors.joining(", ")),
                100 * limit);
        return readings.stream().anyMatch(reading -> reading.share() > limit)
                ? new Answer.Wait(
                        words,
                        "Choose a quieter time, name a maintenance window (guards.maintenance) or raise guards.maxCpu.")
                : new Answer.Clear(words);
    }

    /** The mean of some looks, a pause apart; what never told a figure is left out. */
    private List<CpuReading> readings(List<TargetCpu.Gauge> gauges, Progress progress) throws InterruptedException {
        double[] sums = new double[gauges.size()];
        int[] counts = new int[gauges.size()];
        // What a gauge tells first may be of a time before us.
        gauges.forEach(TargetCpu.Gauge::share);
        for (int look = 0; look < properties.looks() && !gauges.isEmpty() && !progress.calledOff(); look++) {
            Thread.sleep(properties.pause());
            for (int i = 0; i < sums.length; i++) {
                var share = gauges.get(i).share();
                if (share.isPresent()) {
                    sums[i] += share.getAsDouble();
                    counts[i]++;
                }
            }
        }
        return IntStream.range(0, sums.length)
                .filter(i -> counts[i] > 0)
                .mapToObj(i -> new CpuReading(gauges.get(i).of(), sums[i] / counts[i]))
                .toList();
    }

    /** @param share of all CPUs there, 0 to 1 */
    private record CpuReading(String of, double share) {
        String said() {
            return String.format(Locale.ROOT, "%.0f %% of %s", 100 * share, of);
        }
    }

    private boolean isOpen(List<MaintenanceWindow> windows) {
        return windows.stream().anyMatch(window -> window.isOpenAt(clock.instant()));
    }
}
