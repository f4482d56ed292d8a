/** Processes beside ours: started, watched, started again when they die, and never left behind. */
@NullMarked
package dev.perfloop.local.child;

import org.jspecify.annotations.NullMarked;
