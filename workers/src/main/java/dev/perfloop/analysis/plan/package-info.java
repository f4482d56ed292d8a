/** Reads what {@code EXPLAIN} prints: the tree of nodes and the conditions on them. */
@NullMarked
package dev.perfloop.analysis.plan;

import org.jspecify.annotations.NullMarked;
