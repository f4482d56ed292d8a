@NullMarked
package dev.perfloop.profiling.jfr;

import org.jspecify.annotations.NullMarked;
