/**
 * Judges what was captured: which layer limits the service, which causes there are, what each explains and what would mend
 * it. Apart from its repository it does no I/O.
 */
@ApplicationModule(allowedDependencies = {"run", "target", "profiling", "camunda"})
@NullMarked
package dev.perfloop.analysis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
