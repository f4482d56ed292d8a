/** The single-page front end and its fallback. */
@NullMarked
package dev.perfloop.web.frontend;

import org.jspecify.annotations.NullMarked;
