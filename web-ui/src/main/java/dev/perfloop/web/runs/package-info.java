/** Runs: started, listed, shown, cancelled. */
@NullMarked
package dev.perfloop.web.runs;

import org.jspecify.annotations.NullMarked;
