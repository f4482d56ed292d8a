/**
 * The words that the BPMN models, the workers and the API agree on. Plain constants and records: no Spring, no Camunda.
 */
@NullMarked
package dev.perfloop.contract;

import org.jspecify.annotations.NullMarked;
