/** How all targets are at a glance: their objectives against what was measured last, and what is at work now. */
@NullMarked
package dev.perfloop.web.overview;

import org.jspecify.annotations.NullMarked;
