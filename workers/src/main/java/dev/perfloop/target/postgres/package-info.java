/** The guarded door on JDBC: the one place that opens connections to targets. */
@NullMarked
package dev.perfloop.target.postgres;

import org.jspecify.annotations.NullMarked;
