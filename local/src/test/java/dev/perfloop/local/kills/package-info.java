/** Kills the parts of a stack at random while runs go on, and counts what became of the runs and of their targets. */
@NullMarked
package dev.perfloop.local.kills;

import org.jspecify.annotations.NullMarked;
