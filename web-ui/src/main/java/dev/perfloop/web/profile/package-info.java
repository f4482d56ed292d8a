/** What was captured of a target while the profiling load ran, beside its statements. */
@NullMarked
package dev.perfloop.web.profile;

import org.jspecify.annotations.NullMarked;
