/**
 * Captures what a target does under load: statement statistics, plans, tables, indexes, sessions and the service's own
 * metrics. It judges nothing.
 */
@ApplicationModule(allowedDependencies = {"run", "target", "camunda"})
@NullMarked
package dev.perfloop.profiling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
