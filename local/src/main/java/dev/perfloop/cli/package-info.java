/** The command line. */
@NullMarked
package dev.perfloop.cli;

import org.jspecify.annotations.NullMarked;
