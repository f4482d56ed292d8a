/** Watches a target's database server while the load is at work: locks, transactions, checkpoints and I/O. */
@NullMarked
package dev.perfloop.profiling.server;

import org.jspecify.annotations.NullMarked;
