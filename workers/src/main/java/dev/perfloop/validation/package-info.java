/**
 * Before against after: intervals, verdicts, and what follows from them. The judging classes are pure; what they judge
 * comes from the rows that the load tests left.
 */
@ApplicationModule(allowedDependencies = {"run", "target", "change", "camunda"})
@NullMarked
package dev.perfloop.validation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
