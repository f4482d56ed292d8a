/** The process models, as the engine runs them. */
@NullMarked
package dev.perfloop.web.processes;

import org.jspecify.annotations.NullMarked;
