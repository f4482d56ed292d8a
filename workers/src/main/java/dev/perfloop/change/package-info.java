/**
 * Changes to a target: begun only when its guards allow, watched while they are applied, each with its preconditions, its undo written before it is applied, and a fingerprint of the
 * schema before and after. Applying is exactly-once in effect: killed anywhere, it ends applied or undone, never half.
 */
@ApplicationModule(allowedDependencies = {"run", "target", "load", "camunda"})
@NullMarked
package dev.perfloop.change;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
