@NullMarked
package dev.perfloop.monitoring.source;

import org.jspecify.annotations.NullMarked;
