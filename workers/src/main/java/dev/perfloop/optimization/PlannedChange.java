package dev.perfloop.optimization;

import dev.perfloop.analysis.Finding;
import dev.perfloop.change.Change;

/** A change with the finding it answers and what it is expected to cost. */
record PlannedChange(Finding finding, Change change, BuildEstimate estimate) {}
