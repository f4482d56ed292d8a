/** Categories and products: browsing, and the product page. */
@NullMarked
package dev.perfloop.shop.catalog;

import org.jspecify.annotations.NullMarked;
