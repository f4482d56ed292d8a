/** The live feed of runs and alerts over server-sent events. */
@NullMarked
package dev.perfloop.web.events;

import org.jspecify.annotations.NullMarked;
