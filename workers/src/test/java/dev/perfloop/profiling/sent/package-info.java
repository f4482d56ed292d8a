/** Constants read out of what sessions send. */
@NullMarked
package dev.perfloop.profiling.sent;

import org.jspecify.annotations.NullMarked;
