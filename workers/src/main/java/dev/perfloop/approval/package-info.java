/** A person's decision on a plan: who, what, when, why, and until when it is waited for. */
@ApplicationModule(allowedDependencies = {"run", "target", "change", "camunda"})
@NullMarked
package dev.perfloop.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
