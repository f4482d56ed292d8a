/** Reads PostgreSQL's own statistics and plans, versions 14 to 18, through the guarded door. */
@NullMarked
package dev.perfloop.profiling.postgres;

import org.jspecify.annotations.NullMarked;
