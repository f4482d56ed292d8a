/**
 * Changes to a target: each with its preconditions, its undo written before it is applied, and a fingerprint of the
 * schema before and after. Applying is exactly-once in effect: killed anywhere, it ends applied or undone, never half.
 */
@ApplicationModule(allowedDependencies = {"run", "target", "camunda"})
@NullMarked
package dev.perfloop.change;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
