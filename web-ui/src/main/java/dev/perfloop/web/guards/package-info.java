/** Regression guards: what verified runs promise of a target, shown, lifted, and as files for other tools. */
@NullMarked
package dev.perfloop.web.guards;

import org.jspecify.annotations.NullMarked;
