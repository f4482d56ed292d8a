@NullMarked
package dev.perfloop.shop.data;

import org.jspecify.annotations.NullMarked;
