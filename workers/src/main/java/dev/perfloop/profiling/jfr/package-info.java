/** Records what the service's JVM does, by its flight recorder over JMX: nothing is installed on the target. */
@NullMarked
package dev.perfloop.profiling.jfr;

import org.jspecify.annotations.NullMarked;
