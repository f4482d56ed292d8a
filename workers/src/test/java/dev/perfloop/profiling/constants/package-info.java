@NullMarked
package dev.perfloop.profiling.constants;

import org.jspecify.annotations.NullMarked;
