/** Load tests of a run, their results and their series. */
@NullMarked
package dev.perfloop.web.loads;

import org.jspecify.annotations.NullMarked;
