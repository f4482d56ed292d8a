/** Checks of targets, asked here, answered by the workers: what can be reached and used, and what each request comes to. */
@NullMarked
package dev.perfloop.web.checks;

import org.jspecify.annotations.NullMarked;
