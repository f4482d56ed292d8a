/** What a run found, where the time goes, and what was turned down. */
@NullMarked
package dev.perfloop.web.findings;

import org.jspecify.annotations.NullMarked;
