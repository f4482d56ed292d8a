/** Benchmarks: commands that print figures, never timed tests. See {@code docs/benchmarks.md}. */
@NullMarked
package dev.perfloop.bench;

import org.jspecify.annotations.NullMarked;
