/** Benchmarks on demand: two implementations against each other, and load on a process of the engine. */
@NullMarked
package dev.perfloop.bench;

import org.jspecify.annotations.NullMarked;
