@NullMarked
package dev.perfloop.optimization;

import org.jspecify.annotations.NullMarked;
