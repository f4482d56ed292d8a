/** The far side of the pipe: forks the launcher of module load-tests and reads what it writes. Knows no database. */
@NullMarked
package dev.perfloop.load.gatling;

import org.jspecify.annotations.NullMarked;
