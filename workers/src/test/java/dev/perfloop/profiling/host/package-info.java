@NullMarked
package dev.perfloop.profiling.host;

import org.jspecify.annotations.NullMarked;
