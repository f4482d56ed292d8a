/**
 * Asks what of a target can be reached and used, without a run and beside one: nothing is changed, and no more than one
 * request at a time is sent.
 */
@ApplicationModule(allowedDependencies = {"target", "load", "profiling", "camunda"})
@NullMarked
package dev.perfloop.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
