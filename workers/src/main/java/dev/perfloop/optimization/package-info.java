/** Makes of the findings a plan: which changes, in which order, at which risk, and how each is taken back. */
@ApplicationModule(
        allowedDependencies = {"run", "target", "profiling", "profiling::whatif", "analysis", "change", "camunda"})
@NullMarked
package dev.perfloop.optimization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
