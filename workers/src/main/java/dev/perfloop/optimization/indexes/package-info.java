/**
 * Which set of indexes serves a weighted workload best within limits. Pure: it asks a {@link dev.perfloop.optimization.indexes.Planner}
 * what a statement would cost and knows nothing of how that is found out.
 */
@NullMarked
package dev.perfloop.optimization.indexes;

import org.jspecify.annotations.NullMarked;
