/** Schedules on a real database, with a clock that is moved by hand. */
@NullMarked
package dev.perfloop.schedule;

import org.jspecify.annotations.NullMarked;
