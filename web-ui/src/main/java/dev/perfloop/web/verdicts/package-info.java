/** Before against after, judged. */
@NullMarked
package dev.perfloop.web.verdicts;

import org.jspecify.annotations.NullMarked;
