/** When something comes again, as people write it, across the changes of a clock. No Spring, no Camunda. */
@NullMarked
package dev.perfloop.contract.timetable;

import org.jspecify.annotations.NullMarked;
