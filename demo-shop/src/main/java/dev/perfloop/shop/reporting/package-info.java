/** Sales figures for the back office. */
@NullMarked
package dev.perfloop.shop.reporting;

import org.jspecify.annotations.NullMarked;
