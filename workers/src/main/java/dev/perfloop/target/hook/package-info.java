/** Calls the hooks of targets: over HTTP, or as commands. */
@NullMarked
package dev.perfloop.target.hook;

import org.jspecify.annotations.NullMarked;
