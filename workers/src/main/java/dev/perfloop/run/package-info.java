/** The run: its row, its status machine, the journal of its steps and what it did not look at. */
@ApplicationModule(allowedDependencies = {"target", "camunda"})
@NullMarked
package dev.perfloop.run;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
