package dev.perfloop.alert;

import dev.perfloop.contract.threshold.Threshold;

/** A reading and what it is held against. */
record Judged(Reading reading, Threshold threshold) {}
