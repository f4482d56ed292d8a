/** Advice on sets of indexes, held against Extend on TPC-H: data, statements, estimates and measurements. */
@NullMarked
package dev.perfloop.tpch;

import org.jspecify.annotations.NullMarked;
