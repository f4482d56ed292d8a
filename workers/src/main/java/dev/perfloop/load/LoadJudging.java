package dev.perfloop.load;

import dev.perfloop.load.checks.Check;
import dev.perfloop.load.checks.Disturbances;
import dev.perfloop.load.checks.Drifts;
import dev.perfloop.load.checks.Measured;
import dev.perfloop.load.checks.Reading;
import dev.perfloop.load.checks.Saturation;
import dev.perfloop.load.checks.Steadiness;
import dev.perfloop.load.checks.Throttling;
import dev.perfloop.load.gatling.LaunchResult;
import dev.perfloop.load.gatling.RecordedSecond;
import dev.perfloop.target.Target;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says what a finished load test came to, and whether it counts. */
@Component
class LoadJudging {
    private final LoadTestRepository tests;
    private final LoadCheckRepository checks;
    private final LoadReadingRepository kept;
    private final LoadProperties properties;
    private final InstantSource clock;

    LoadJudging(
            LoadTestRepository tests,
            LoadCheckRepository checks,
            LoadReadingRepository kept,
            LoadProperties properties,
            InstantSource clock) {
        this.tests = tests;
        this.checks = checks;
        this.kept = kept;
        this.properties = properties;
        this.clock = clock;
    }

    /** True when the test may be judged. */
    boolean judge(
            String id, LoadOrder order, Target target, LoadShape shape, Injected injected, List<Reading> readings) {
        LaunchResult launch = injected.whole();
        List<RecordedSecond> seconds = tests.secondsOf(id);
        Measurement measurement =
                Measurement.of(shape, seconds, launch, properties.limits().fewestSeconds());
        boolean brokeBefore = order.mayBreakOff() && tests.brokeOffBefore(id);
        List<Check> looked = looked(target, shape, launch, seconds, measurement, readings);
        if (measurement.brokeOff()) {
            looked.add(BrokenOff.check(launch, measurement.result(), brokeBefore));
        }
        if (injected.shares().size() > 1) {
            looked.add(injected.split());
        }
        List<String> reasons = new ArrayList<>(Validity.reasonsAgainst(
                shape.profile(), injected, measurement.result(), properties.limits(), brokeBefore));
        looked.stream().filter(Check::spoils).map(Check::words).forEach(reasons::add);
        checks.save(id, looked);
        kept.save(id, Measured.of(readings));
        tests.judge(id, measurement, reasons, clock.instant());
        return reasons.isEmpty();
    }

    private List<Check> looked(
            Target target,
            LoadShape shape,
            LaunchResult launch,
            List<RecordedSecond> seconds,
            Measurement measurement,
            List<Reading> readings) {
        Instant from = measurement.steadyFrom();
        Instant to = measurement.steadyTo();
        double[] means = SecondMeans.of(seconds, from, to);
        var looked = new ArrayList<>(
                Disturbances.checks(readings, from, to, properties.limits().stolenCpu()));
        looked.add(Throttling.check(launch.cpuPeriods(), launch.cpuThrottledPeriods()));
        switch (shape.profile()) {
            case BASELINE, PEAK -> looked.add(Steadiness.check(means, measurement.cut(launch)));
            case SOAK -> looked.addAll(Drifts.checks(means, Reading.between(readings, from, to)));
            case STRESS -> {
                looked.add(StressWords.breakingPoint(shape, measurement.result()));
                looked.add(StressWords.objective(target.objectives().overall(), measurement.result()));
                looked.addAll(
                        Saturation.checks(StressWords.atTheBreak(shape, measurement, readings), launch.generatorCpu()));
            }
        }
        return looked;
    }
}
