/** What a run did step by step, what came of it, and what it did not look at. */
@NullMarked
package dev.perfloop.web.journal;

import org.jspecify.annotations.NullMarked;
