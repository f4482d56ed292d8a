@NullMarked
package dev.perfloop.profiling.postgres;

import org.jspecify.annotations.NullMarked;
