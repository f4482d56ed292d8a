/**
 * Watches targets all the time, beside runs: reads what their services, databases and machines tell, keeps it as series, and
 * says how a target is against what is usual. It judges no threshold and answers nothing: others do, on what it keeps.
 */
@ApplicationModule(allowedDependencies = {"target", "load", "profiling", "trend", "camunda"})
@NullMarked
package dev.perfloop.monitoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
