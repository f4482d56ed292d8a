/** Lists that can be long, page by page: a page starts after the last row of the one before. */
@NullMarked
package dev.perfloop.web.paging;

import org.jspecify.annotations.NullMarked;
