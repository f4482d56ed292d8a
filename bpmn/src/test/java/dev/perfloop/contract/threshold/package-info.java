/** When thresholds fire, live and over a history. */
@NullMarked
package dev.perfloop.contract.threshold;

import org.jspecify.annotations.NullMarked;
