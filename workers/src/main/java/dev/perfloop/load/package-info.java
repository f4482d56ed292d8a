/**
 * Drives one load profile against a target with Gatling in a JVM of its own, and keeps what came of it: configuration,
 * every second of every request, the steady part's figures, and whether the test may be judged at all.
 */
@ApplicationModule(allowedDependencies = {"run", "target", "camunda"})
@NullMarked
package dev.perfloop.load;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
