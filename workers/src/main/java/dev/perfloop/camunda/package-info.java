/**
 * The only shared Camunda code: runs a step under a lease, turns its outcome into complete, BPMN error or fail, and
 * measures it. Knows no other room; whoever keeps a journal listens through {@link dev.perfloop.camunda.StepListener}.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.perfloop.camunda;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
