/**
 * Drives each request of the scenario alone, one at a time, and counts what it makes the database do: this is how many
 * calls in one request are proved rather than guessed from totals.
 */
@ApplicationModule(allowedDependencies = {"run", "target", "load", "profiling", "camunda"})
@NullMarked
package dev.perfloop.fingerprint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
