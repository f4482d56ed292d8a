/** What the API says when it refuses: a problem with a mend, never a stack trace. */
@NullMarked
package dev.perfloop.web.problems;

import org.jspecify.annotations.NullMarked;
