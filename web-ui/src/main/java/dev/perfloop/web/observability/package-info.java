/** What a target could tell and does not: shown, switched on, or taken back at a person's word. */
@NullMarked
package dev.perfloop.web.observability;

import org.jspecify.annotations.NullMarked;
