/** How quick API and pages are with 10,000 runs behind them. */
@NullMarked
package dev.perfloop.local.busy;

import org.jspecify.annotations.NullMarked;
