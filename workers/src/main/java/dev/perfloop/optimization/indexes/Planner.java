package dev.perfloop.optimization.indexes;

import dev.perfloop.change.CreateIndex;
import java.util.Set;

/** Tells what statements would cost if indexes were there that are not. */
public interface Planner {
    /** @param used those of the offered indexes that the plan goes through */
    record Price(double cost, Set<CreateIndex> used) {}

    /** In the planner's units, for one call, with all these indexes there beside those that exist. */
    Price price(Query query, Set<CreateIndex> indexes);

    /** What the index would take on disk. */
    double bytes(CreateIndex index);
}
