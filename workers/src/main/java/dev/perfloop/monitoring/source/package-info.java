/** The sources that readings come from, and how counters become rates. */
@NullMarked
package dev.perfloop.monitoring.source;

import org.jspecify.annotations.NullMarked;
