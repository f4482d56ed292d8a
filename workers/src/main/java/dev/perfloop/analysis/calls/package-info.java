/**
 * Finds what the service asks of its database too often, one by one, or too much at once, from what single requests were
 * counted to do. Judges only; no I/O.
 */
@NullMarked
package dev.perfloop.analysis.calls;

import org.jspecify.annotations.NullMarked;
