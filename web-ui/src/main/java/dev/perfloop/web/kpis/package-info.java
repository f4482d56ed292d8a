/** How well monitoring itself does: what it read, whether its alerts were right, and how quickly it told of them. */
@NullMarked
package dev.perfloop.web.kpis;

import org.jspecify.annotations.NullMarked;
