/** Plays the process models through on an in-memory engine, with faked workers and a clock that is moved by hand. */
@NullMarked
package dev.perfloop.process;

import org.jspecify.annotations.NullMarked;
