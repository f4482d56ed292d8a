/** What is usual of a series at each hour of the week. */
@NullMarked
package dev.perfloop.web.usual;

import org.jspecify.annotations.NullMarked;
