/**
 * From which value on a metric is a trouble, and when that has lasted. Workers judge by it and the API shows beforehand what it would
 * have raised: both take the same steps. No Spring, no Camunda.
 */
@NullMarked
package dev.perfloop.contract.threshold;

import org.jspecify.annotations.NullMarked;
