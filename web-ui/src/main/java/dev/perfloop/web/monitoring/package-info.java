/** Continuous monitoring of targets: switched on and off here, done by the workers; and the series that came of it. */
@NullMarked
package dev.perfloop.web.monitoring;

import org.jspecify.annotations.NullMarked;
