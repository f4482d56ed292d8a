/** The one-machine stack: PostgreSQL, the Camunda broker, Operate and our own application behind one start and one stop. */
@NullMarked
package dev.perfloop.local;

import org.jspecify.annotations.NullMarked;
