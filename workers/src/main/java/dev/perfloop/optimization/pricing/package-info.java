/** The bridge between the search for a set of indexes and a target: what is asked for, and what its planner answers. */
@NullMarked
package dev.perfloop.optimization.pricing;

import org.jspecify.annotations.NullMarked;
