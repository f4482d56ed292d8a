/** How columns of our schema become values of the API. */
@NullMarked
package dev.perfloop.web.rows;

import org.jspecify.annotations.NullMarked;
