/** What each series is held against: what holds, a threshold of its own, and what one would have raised. */
@NullMarked
package dev.perfloop.web.thresholds;

import org.jspecify.annotations.NullMarked;
