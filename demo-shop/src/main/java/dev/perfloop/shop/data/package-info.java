/** Fills an empty shop with sample data, the same data for the same seed, scale and day. */
@NullMarked
package dev.perfloop.shop.data;

import org.jspecify.annotations.NullMarked;
