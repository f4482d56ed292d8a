@NullMarked
package dev.perfloop.shop.pricing;

import org.jspecify.annotations.NullMarked;
