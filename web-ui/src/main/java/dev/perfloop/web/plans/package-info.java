/** The plan of a run: what it would change and how it is taken back. */
@NullMarked
package dev.perfloop.web.plans;

import org.jspecify.annotations.NullMarked;
