/** The words of monitoring: what a series is, and what a source told at one time. */
@NullMarked
package dev.perfloop.monitoring.series;

import org.jspecify.annotations.NullMarked;
