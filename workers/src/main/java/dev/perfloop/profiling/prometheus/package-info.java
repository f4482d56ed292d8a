/** Reads the metrics a service exposes in the Prometheus text format. */
@NullMarked
package dev.perfloop.profiling.prometheus;

import org.jspecify.annotations.NullMarked;
