package dev.perfloop.web.profile;

import dev.perfloop.web.rows.RawJson;
import java.time.Instant;

/**
 * A database server in the window of a profile.
 *
 * @param settings those that matter to how fast it is, by name, as {@code pg_settings} has them
 * @param waits how many samples of sessions at work waited for what ({@code type:event}); {@code CPU} when for nothing
 */
record DatabaseView(String serverVersion, Instant from, Instant to, RawJson settings, RawJson waits) {}
