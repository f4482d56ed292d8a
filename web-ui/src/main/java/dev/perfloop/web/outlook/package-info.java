/** What a run of a target would do, how long it takes, and what stands in its way: before anybody starts it. */
@NullMarked
package dev.perfloop.web.outlook;

import org.jspecify.annotations.NullMarked;
