@NullMarked
package dev.perfloop.profiling.prometheus;

import org.jspecify.annotations.NullMarked;
