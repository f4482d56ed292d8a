/** Labelled index advice: statements that truly lack an index and others that lack none, on a real PostgreSQL. */
@NullMarked
package dev.perfloop.labelled;

import org.jspecify.annotations.NullMarked;
