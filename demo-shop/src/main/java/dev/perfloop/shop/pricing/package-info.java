/** Promotions and the price a customer pays. */
@NullMarked
package dev.perfloop.shop.pricing;

import org.jspecify.annotations.NullMarked;
