/** How many of a product are left, and correcting it. */
@NullMarked
package dev.perfloop.shop.stock;

import org.jspecify.annotations.NullMarked;
