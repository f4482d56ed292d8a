/** What the target's planner would do if indexes were there that are not; nothing that is done here lasts. */
@NullMarked
@NamedInterface("whatif")
package dev.perfloop.profiling.whatif;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
