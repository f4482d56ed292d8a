/** PostgreSQL as a process of its own, with the databases and roles of the stack. */
@NullMarked
package dev.perfloop.local.postgres;

import org.jspecify.annotations.NullMarked;
