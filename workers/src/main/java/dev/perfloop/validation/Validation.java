package dev.perfloop.validation;

import dev.perfloop.change.Toggling;
import dev.perfloop.run.RunId;
import dev.perfloop.run.Runs;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compares what was measured before and after a run's changes, and writes the comparison down. */
@Service
class Validation {
    private final Runs runs;
    private final MeasurementRepository measurements;
    private final VerdictRepository verdicts;
    private final NoiseRepository noise;
    private final Toggling toggling;
    private final TargetNoise known;
    private final ValidationProperties limits;
    private final InstantSource clock;

    Validation(
            Runs runs,
            MeasurementRepository measurements,
            VerdictRepository verdicts,
            NoiseRepository noise,
            Toggling toggling,
            TargetNoise known,
            ValidationProperties limits,
            InstantSource clock) {
        this.runs = runs;
        this.measurements = measurements;
        this.verdicts = verdicts;
        this.noise = noise;
        this.toggling = toggling;
        this.known = known;
        this.limits = limits;
        this.clock = clock;
    }

    @Transactional
    public Comparison compare(RunId id, int round) {
        var run = runs.get(id);
        var before = measurements.profiles(id, "BEFORE");
        var after = measurements.profiles(id, "AFTER");
        var noiseBefore = known.before(id);
        var judged = new ComparisonJudge(
                        bootstrap(id), noiseBefore.floor().orElse(alike(id, before)), limits.limits(run.intensity()))
                .judge(runs.targetOf(id).objectives(), before, after);
        var looks = new Looks(mostRounds(id));
        var comparison = looks.isDueAfter(round) ? judged : judged.notJudgedBefore(looks.next(round));
        verdicts.save(id, round, comparison, noiseBefore.words(), clock.instant());
        noise.save(id, run.target(), new NoiseObserver(bootstrap(id)).observe(before, after), clock.instant());
        return comparison;
    }

    /** The load that was driven for the profile is alike the first one before: nothing was changed in between. */
    private Map<NoiseFloor.Key, Noise> alike(RunId id, Profiles before) {
        var tests = List.of(measurements.profiles(id, "PROFILE"), before);
        return new NoiseObserver(bootstrap(id))
                .observe(Calibration.together(tests).only(Set.of(Profiles.BASELINE)));
    }

    /** Whether the changes can be taken out to measure before once more, in turns with after. */
    boolean canTakeTurns(RunId run) {
        return toggling.all(run);
    }

    boolean allowsMoreRounds(RunId run, int round) {
        return round < mostRounds(run);
    }

    private int mostRounds(RunId run) {
        Integer wanted = runs.targetOf(run).load().rounds();
        return wanted == null ? limits.mostRounds() : wanted;
    }

    /** Seeded by the run, so that judging the same measurements twice gives the same verdict. */
    static Bootstrap bootstrap(RunId run) {
        return new Bootstrap(new SplittableRandom(run.value().hashCode()));
    }
}
