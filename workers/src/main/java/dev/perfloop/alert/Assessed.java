package dev.perfloop.alert;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What monitoring said of a target.
 *
 * @param rests whether it rests on readings of now; of the past nothing is judged
 * @param definition the target's file
 */
record Assessed(UUID id, String target, Instant at, boolean rests, String definition, List<Reading> readings) {}
