/**
 * Holds what monitoring assessed against thresholds, makes of what belongs together one alert, and answers it. What it judges are rows;
 * it reads no target itself.
 */
@ApplicationModule(allowedDependencies = {"run", "target", "camunda", "mail", "change", "trend"})
@NullMarked
package dev.perfloop.alert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
