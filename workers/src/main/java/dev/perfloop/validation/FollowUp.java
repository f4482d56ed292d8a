package dev.perfloop.validation;

import dev.perfloop.change.Changes;
import dev.perfloop.run.RunId;
import dev.perfloop.run.Runs;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Judges what is measured once the verdict is there: the target without one of the changes, and after all were taken back. */
@Service
class FollowUp {
    private static final String BEFORE = "BEFORE";
    private static final String AFTER = "AFTER";
    private static final String WITHOUT = "WITHOUT";
    private static final String ROLLED_BACK = "ROLLED_BACK";

    private final Runs runs;
    private final MeasurementRepository measurements;
    private final TargetNoise noise;
    private final RollbackProofRepository proofs;
    private final Changes changes;
    private final ValidationProperties limits;
    private final InstantSource clock;

    FollowUp(
            Runs runs,
            MeasurementRepository measurements,
            TargetNoise noise,
            RollbackProofRepository proofs,
            Changes changes,
            ValidationProperties limits,
            InstantSource clock) {
        this.runs = runs;
        this.measurements = measurements;
        this.noise = noise;
        this.proofs = proofs;
        this.changes = changes;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Compares the target with a change to the target without it, and says of the change what that told. Whatever was found to
     * add nothing before is out too, so that small losses cannot add up unseen.
     */
    Contribution judgeContribution(RunId run, String change, int round) {
        var with = measurements.profiles(run, AFTER).only(Profiles.OF_CONTRIBUTIONS);
        var without = measurements.profiles(run, WITHOUT, round);
        var contribution =
                Contribution.of(compared(run, with, without, limits.contribution()), limits.leastContributionPct());
        if (contribution.contributes()) {
            changes.accept(change, contribution.why());
        } else {
            changes.reject(change, contribution.why());
        }
        return contribution;
    }

    /** Compares the target before a run's changes with the target once they are gone. */
    RollbackProof judgeRollback(RunId run) {
        var before = measurements.profiles(run, BEFORE).only(Set.of(Profiles.BASELINE));
        var now = measurements.profiles(run, ROLLED_BACK);
        var proof = RollbackProof.of(
                compared(run, before, now, limits.limits(runs.get(run).intensity())));
        proofs.save(run, proof, clock.instant());
        return proof;
    }

    private List<MetricVerdict> compared(RunId id, Profiles one, Profiles other, Limits limits) {
        return new ComparisonJudge(Validation.bootstrap(id), noise.before(id).floor(), limits)
                .judge(runs.targetOf(id).objectives(), one, other)
                .metrics();
    }
}
