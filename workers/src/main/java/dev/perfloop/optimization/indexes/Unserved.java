package dev.perfloop.optimization.indexes;

import java.util.Set;

/**
 * The second objective: one giant statement must not hide that another could be twice as fast. With what the budget leaves, every
 * query counts alike, as the share of its own cost that an index takes off, if the workload as a whole does not pay for it.
 */
final class Unserved {
    /** Of one statement's cost, or of several's together: less than the half that Dexter asks of an index for one. */
    private static final double LEAST_SHARE = 0.3;
    /** A column more is not for nothing either. */
    private static final double LEAST_SHARE_FOR_COLUMN = 0.05;

    /** Planner's units under which a statement is fast enough as it is: Dexter's {@code --min-cost}. */
    private static final double LEAST_COST = 100;

    private final Ground ground;

    Unserved(Ground ground) {
        this.ground = ground;
    }

    Selection served(Selection start) {
        return new Extension(ground, this::score, false).from(start, Set.of());
    }

    /** Each index has to take a third off one statement, or less off several; the workload's total is a limit, not a goal. */
    private double score(Selection selection) {
        double shares = LEAST_SHARE * selection.indexes().size();
        for (var index : selection.indexes()) {
            shares += LEAST_SHARE_FOR_COLUMN
                    * (index.keys().size() + index.include().size() - 1);
        }
        for (int i = 0; i < selection.costs().size(); i++) {
            double before = ground.nothing.costs().get(i);
            if (before >= LEAST_COST) {
                shares += selection.costs().get(i) / before;
            }
        }
        double dearer = Math.max(0, selection.total() - ground.nothing.total());
        return shares + (dearer > 0 ? Double.MAX_VALUE / 2 : 0);
    }
}
