package dev.perfloop.monitoring.statement;

import java.time.Instant;

/** An index that one of our changes dropped. */
record IndexDropped(Instant at, String change) {}
