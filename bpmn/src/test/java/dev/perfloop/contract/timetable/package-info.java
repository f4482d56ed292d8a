/** The times of schedules, across the changes of clocks. */
@NullMarked
package dev.perfloop.contract.timetable;

import org.jspecify.annotations.NullMarked;
