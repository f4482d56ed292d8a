@NullMarked
package dev.perfloop.monitoring;

import org.jspecify.annotations.NullMarked;
