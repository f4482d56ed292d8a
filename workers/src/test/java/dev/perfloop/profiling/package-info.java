@NullMarked
package dev.perfloop.profiling;

import org.jspecify.annotations.NullMarked;
