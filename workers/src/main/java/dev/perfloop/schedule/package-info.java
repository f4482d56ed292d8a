/** Runs that begin by themselves: when the next is due, and whether it begins then. */
@ApplicationModule(allowedDependencies = {"run", "target", "camunda"})
@NullMarked
package dev.perfloop.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
