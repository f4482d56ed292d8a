/**
 * What a week, or any other time, was like for a target, for people who were not there: trends, changes of level, statements, alerts, runs,
 * whether kept changes still earn their place, and what will run out. Made of rows that other rooms left.
 */
@ApplicationModule(allowedDependencies = {"target", "trend", "mail"})
@NullMarked
package dev.perfloop.weekly;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
