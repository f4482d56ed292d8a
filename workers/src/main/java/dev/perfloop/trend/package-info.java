/**
 * What series tell: baselines, change points, trends, thresholds, what happened before a change. Pure: numbers and times in,
 * findings out; who collects them and who raises alerts is other rooms' business.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.perfloop.trend;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
