/** The store of series: readings as they came, rolled up to minutes, hours and days, each kept as long as it is worth. */
@NullMarked
package dev.perfloop.monitoring.store;

import org.jspecify.annotations.NullMarked;
