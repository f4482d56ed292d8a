package dev.perfloop.change;

import dev.perfloop.change.guard.Guarding;
import dev.perfloop.change.guard.Permission;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetDatabase;
import org.springframework.stereotype.Component;

/** Whether a change that was approved may be begun: it still makes sense, nobody moved its ground, and the hour is right. */
@Component
class Clearance {
    private final Preconditions preconditions;
    private final SincePlan sincePlan;
    private final Guarding guarding;

    Clearance(Preconditions preconditions, SincePlan sincePlan, Guarding guarding) {
        this.preconditions = preconditions;
        this.sincePlan = sincePlan;
        this.guarding = guarding;
    }

    Permission of(RunChange change, Target target, TargetDatabase database, Progress progress)
            throws InterruptedException {
        var reason = preconditions
                .reasonToSkip(change.change(), target, database)
                .or(() -> sincePlan.reasonToSkip(change, database));
        return reason.isPresent()
                ? new Permission.LeftOut(reason.get())
                : guarding.ask(change, target, database, progress);
    }

    /** Of a change that was skipped: whether the hour was wrong for any change, so that the plan ends with it. */
    boolean wasGivenUp(RunChange skipped) {
        return guarding.wasGivenUp(skipped);
    }
}
