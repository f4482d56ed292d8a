/** Detectors of what the machine runs short of. A shortage is a symptom wherever a cause of the work is found. */
@NullMarked
package dev.perfloop.analysis.infrastructure;

import org.jspecify.annotations.NullMarked;
