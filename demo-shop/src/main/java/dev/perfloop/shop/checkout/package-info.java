/** Turns a basket into an order, against the stock. */
@NullMarked
package dev.perfloop.shop.checkout;

import org.jspecify.annotations.NullMarked;
