/** Full-text search over the products. */
@NullMarked
package dev.perfloop.shop.search;

import org.jspecify.annotations.NullMarked;
