/** Closed-loop performance engineering: one package a room, arrows pointing down only. */
@NullMarked
package dev.perfloop;

import org.jspecify.annotations.NullMarked;
