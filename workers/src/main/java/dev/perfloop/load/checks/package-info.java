/**
 * What else happened while a load test ran: looks at the target's database and metrics meanwhile, and pure judges that say
 * what spoiled the test, what saturated and what drifted. A look that was not possible is said, never passed.
 */
@NullMarked
package dev.perfloop.load.checks;

import org.jspecify.annotations.NullMarked;
