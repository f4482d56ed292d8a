/** The labelled fault set: what the diagnosis makes of known causes in the real shop on a real PostgreSQL. */
@NullMarked
package dev.perfloop.faults;

import org.jspecify.annotations.NullMarked;
