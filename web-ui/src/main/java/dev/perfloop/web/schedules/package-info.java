/** Runs that begin by themselves: made, changed, paused and removed, with their next times and what became of the last. */
@NullMarked
package dev.perfloop.web.schedules;

import org.jspecify.annotations.NullMarked;
