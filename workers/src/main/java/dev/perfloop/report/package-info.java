/** The last words of a run: its summary, put together from the rows that the other rooms left. */
@ApplicationModule(allowedDependencies = {"run", "target", "approval", "change", "camunda"})
@NullMarked
package dev.perfloop.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
