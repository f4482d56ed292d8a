/** Watches which constants the service's statements carry in their text; the texts themselves are not kept. */
@NullMarked
package dev.perfloop.profiling.sent;

import org.jspecify.annotations.NullMarked;
