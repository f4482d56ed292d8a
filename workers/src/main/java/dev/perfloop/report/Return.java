package dev.perfloop.report;

import dev.perfloop.run.RunId;
import dev.perfloop.run.Runs;
import dev.perfloop.target.Costs;
import dev.perfloop.target.TargetRefused;
import org.springframework.stereotype.Component;

/** Reckons what a run brought in money, from what was measured, planned and said. */
@Component
class Return {
    /** The peak profile drives twice the arrival rate. */
    private static final double PEAK = 2;

    private final Runs runs;
    private final CostRepository rows;
    private final CostProperties usual;

    Return(Runs runs, CostRepository rows, CostProperties usual) {
        this.runs = runs;
        this.rows = rows;
        this.usual = usual;
    }

    /** @param kept whether the changes stay; what was taken back gained nothing */
    Roi of(RunId run, boolean kept) {
        var before = rows.capacity(run, "BEFORE");
        return model(run, before, kept ? rows.capacity(run, "AFTER") : unchanged(before))
                .roi();
    }

    private static Known unchanged(Known before) {
        return before.value() == null ? before : Known.of(before.value(), "as before: no change was kept");
    }

    private CostModel model(RunId run, Known before, Known after) {
        try {
            var target = runs.targetOf(run);
            return new CostModel(
                    Prices.of(target.costs(), usual),
                    Known.of(PEAK * target.load().arrivalRate(), "twice load.arrivalRate of the target's file"),
                    before,
                    after,
                    rows.addedBytes(run));
        } catch (TargetRefused unreadable) {
            // A summary is written at every end, that of a run whose target's file cannot be read too.
            return new CostModel(
                    Prices.of(Costs.UNKNOWN, usual),
                    Known.not("The target's file cannot be read: " + unreadable.getMessage()),
                    before,
                    after,
                    rows.addedBytes(run));
        }
    }
}
