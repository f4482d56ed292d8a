/** Reads the text of normalised statements, word by word. */
@NullMarked
package dev.perfloop.profiling.statement;

import org.jspecify.annotations.NullMarked;
