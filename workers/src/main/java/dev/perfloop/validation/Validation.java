package dev.perfloop.validation;

import dev.perfloop.run.RunId;
import dev.perfloop.run.Runs;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compares what was measured before and after a run's changes, and writes the comparison down. */
@Service
class Validation {
    private final Runs runs;
    private final MeasurementRepository measurements;
    private final VerdictRepository verdicts;
    private final ValidationProperties limits;
    private final InstantSource clock;

    Validation(
            Runs runs,
            MeasurementRepository measurements,
            VerdictRepository verdicts,
            ValidationProperties limits,
            InstantSource clock) {
        this.runs = runs;
        this.measurements = measurements;
        this.verdicts = verdicts;
        this.limits = limits;
        this.clock = clock;
    }

    @Transactional
    public Comparison compare(RunId run, int round) {
        var before = measurements.profiles(run, "BEFORE");
        var after = measurements.profiles(run, "AFTER");
        var comparison = new ComparisonJudge(bootstrap(run), limits)
                .judge(runs.targetOf(run).objectives(), before, after);
        verdicts.save(run, round, comparison, clock.instant());
        return comparison;
    }

    boolean allowsMoreRounds(int round) {
        return round < limits.mostRounds();
    }

    /** Holds the target to the latencies that this run has verified, with the tolerance of a verdict on top. */
    @Transactional
    public int guardAgainstRegression(RunId run) {
        var bootstrap = bootstrap(run);
        List<Ceiling> ceilings = new ArrayList<>();
        measurements
                .profiles(run, "AFTER")
                .arms()
                .forEach((profile, arms) -> arms.forEach((request, arm) -> {
                    if (arm.requests() >= Metric.P95_MS.fewestRequests()) {
                        double bound = bootstrap.upperBound(Metric.P95_MS, arm);
                        double tolerated = Math.max(bound * limits.tolerancePct() / 100, limits.toleranceMs());
                        ceilings.add(new Ceiling(profile, request, Metric.P95_MS, bound + tolerated));
                    }
                }));
        verdicts.guard(runs.get(run).target(), run, ceilings, clock.instant());
        return ceilings.size();
    }

    /** Seeded by the run, so that judging the same measurements twice gives the same verdict. */
    private static Bootstrap bootstrap(RunId run) {
        return new Bootstrap(new SplittableRandom(run.value().hashCode()));
    }
}
