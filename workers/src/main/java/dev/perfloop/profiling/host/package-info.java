/** Watches the machine the target runs on, where that is the one we run on. */
@NullMarked
package dev.perfloop.profiling.host;

import org.jspecify.annotations.NullMarked;
