/** Finds the indexes a workload lacks, from its plans and the statistics of its tables. Judges only; no I/O. */
@NullMarked
package dev.perfloop.analysis.index;

import org.jspecify.annotations.NullMarked;
