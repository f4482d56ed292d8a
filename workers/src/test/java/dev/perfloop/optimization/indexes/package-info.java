/** The search against planners whose every figure is known, and the published algorithm that it is held against. */
@NullMarked
package dev.perfloop.optimization.indexes;

import org.jspecify.annotations.NullMarked;
