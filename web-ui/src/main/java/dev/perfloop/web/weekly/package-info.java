/** Reports of weeks and of other times of a target: asked for here, made by the workers. */
@NullMarked
package dev.perfloop.web.weekly;

import org.jspecify.annotations.NullMarked;
