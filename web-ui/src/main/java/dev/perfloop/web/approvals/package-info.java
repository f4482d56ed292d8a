/** What waits for a person, and what that person said. */
@NullMarked
package dev.perfloop.web.approvals;

import org.jspecify.annotations.NullMarked;
