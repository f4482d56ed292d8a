@NullMarked
package dev.perfloop.trend;

import org.jspecify.annotations.NullMarked;
