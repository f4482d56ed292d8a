/** What we work on: a target as its owner describes it, and the guarded doors to its database and its metrics. */
@ApplicationModule(allowedDependencies = "camunda")
@NullMarked
package dev.perfloop.target;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
