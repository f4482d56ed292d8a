/** An online shop on PostgreSQL, as a mid-size company would have written it. */
@NullMarked
package dev.perfloop.shop;

import org.jspecify.annotations.NullMarked;
