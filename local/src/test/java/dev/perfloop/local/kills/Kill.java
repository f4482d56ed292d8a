package dev.perfloop.local.kills;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One kill.
 *
 * @param aim what was waited for; "random" when nothing was
 * @param steps what the runs were at, one each
 * @param back until the victim answered again
 */
record Kill(Victim victim, String aim, List<String> steps, Instant at, Duration back) {}
