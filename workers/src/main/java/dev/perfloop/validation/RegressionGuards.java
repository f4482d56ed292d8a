package dev.perfloop.validation;

import dev.perfloop.run.RunId;
import dev.perfloop.run.Runs;
import java.time.InstantSource;
import java.util.SplittableRandom;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Holds a target to what verified runs have measured. */
@Service
class RegressionGuards {
    private final Runs runs;
    private final MeasurementRepository measurements;
    private final CeilingRepository guards;
    private final LiftedGuardRepository lifted;
    private final GateRepository gates;
    private final TargetNoise noise;
    private final ValidationProperties properties;
    private final InstantSource clock;

    RegressionGuards(
            Runs runs,
            MeasurementRepository measurements,
            CeilingRepository guards,
            LiftedGuardRepository lifted,
            GateRepository gates,
            TargetNoise noise,
            ValidationProperties properties,
            InstantSource clock) {
        this.runs = runs;
        this.measurements = measurements;
        this.guards = guards;
        this.lifted = lifted;
        this.gates = gates;
        this.noise = noise;
        this.properties = properties;
        this.clock = clock;
    }

    /** What became of the guards, for the journal. */
    @Transactional
    public String guard(RunId id) {
        if (!guards.isVerified(id)) {
            return "No guard is set: the last comparison of this run is not a proven improvement that is kept";
        }
        var run = runs.get(id);
        String target = run.target();
        var offered = new GuardSetting(bounds(id, noise.before(id).floor()), properties.limits(run.intensity()))
                .ceilings(measurements.profiles(id, "AFTER"), guards.rates(id, "AFTER"));
        var moves = GuardSetting.against(guards.standing(target), offered);
        guards.set(target, id, moves.set(), clock.instant());
        guards.noteLooser(target, id, moves.refused());
        return moves.set().size() + " ceilings set from verified results"
                + (moves.refused().isEmpty()
                        ? ""
                        : "; " + moves.refused().size() + " stay lower than this run would set them: a guard is "
                                + "loosened by a person only (perfloop guards " + target + ")");
    }

    /**
     * Lifts what was verified while a change was in place that is taken back by now. Older guards stay, and those that a lifted one took
     * the place of stand again: they were verified without it. Whoever asks again finds nothing to lift.
     *
     * @return what became of the guards, for the journal
     */
    @Transactional
    public String liftWith(String takeBackId) {
        int gone = lifted.lift(takeBackId, clock.instant());
        if (gone == 0) {
            return "No guard was verified with the change in place";
        }
        int back = lifted.bringBack(takeBackId);
        return gone + " guards lifted: they were verified with the change in place"
                + (back == 0 ? "" : "; older ones that stand again, as they were verified without it: " + back);
    }

    /** @param worthAnotherRound whether more of the same measurement may still tell */
    record Judged(GateVerdict verdict, boolean worthAnotherRound) {}

    @Transactional
    public Judged judge(RunId run, String phase, int round) {
        var known = noise.before(run);
        var verdict = new GuardJudge(
                        bounds(run, known.floor()),
                        properties.limits(runs.get(run).intensity()))
                .judge(gates.asked(run), measurements.profiles(run, phase), guards.rates(run, phase));
        gates.save(run, verdict, known.words(), clock.instant());
        boolean again =
                verdict.moreDataHelps() && round < properties.mostRounds() && gates.wasMeasured(run, phase, round);
        return new Judged(verdict, again);
    }

    /** Seeded by the run, so that judging the same measurements twice gives the same answer. */
    private static Bounds bounds(RunId run, NoiseFloor known) {
        return new Bounds(new SplittableRandom(run.value().hashCode()), known);
    }
}
