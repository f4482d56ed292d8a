/** What was measured of a target over time, with what was done to it, and what two runs have to have in common. */
@NullMarked
package dev.perfloop.web.history;

import org.jspecify.annotations.NullMarked;
