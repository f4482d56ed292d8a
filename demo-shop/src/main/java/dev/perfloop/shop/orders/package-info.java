/** Orders as customers look back on them. */
@NullMarked
package dev.perfloop.shop.orders;

import org.jspecify.annotations.NullMarked;
