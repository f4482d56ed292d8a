package dev.perfloop.alert;

/** A reading and what it is held against. */
record Judged(Reading reading, Threshold threshold) {}
