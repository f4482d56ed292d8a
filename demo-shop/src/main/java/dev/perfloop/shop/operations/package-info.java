/** What may be set while the shop is open. */
@NullMarked
package dev.perfloop.shop.operations;

import org.jspecify.annotations.NullMarked;
