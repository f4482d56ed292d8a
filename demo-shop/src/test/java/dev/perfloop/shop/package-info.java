@NullMarked
package dev.perfloop.shop;

import org.jspecify.annotations.NullMarked;
