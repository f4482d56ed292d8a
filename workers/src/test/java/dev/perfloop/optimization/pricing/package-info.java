@NullMarked
package dev.perfloop.optimization.pricing;

import org.jspecify.annotations.NullMarked;
