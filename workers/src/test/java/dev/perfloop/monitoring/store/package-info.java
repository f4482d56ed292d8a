@NullMarked
package dev.perfloop.monitoring.store;

import org.jspecify.annotations.NullMarked;
