/** Reads servers for tests as the collector does. */
@NullMarked
package dev.perfloop.profiling.server;

import org.jspecify.annotations.NullMarked;
