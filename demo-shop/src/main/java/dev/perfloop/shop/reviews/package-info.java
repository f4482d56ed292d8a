/** What customers say about a product. */
@NullMarked
package dev.perfloop.shop.reviews;

import org.jspecify.annotations.NullMarked;
