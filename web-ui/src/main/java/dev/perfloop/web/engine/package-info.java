/** The way to the process engine: messages go out, and say whether they were taken. */
@NullMarked
package dev.perfloop.web.engine;

import org.jspecify.annotations.NullMarked;
