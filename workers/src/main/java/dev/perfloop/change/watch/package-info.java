/** The service while a change is applied: when it suffers for several looks in a row, the change is stopped. */
@NullMarked
package dev.perfloop.change.watch;

import org.jspecify.annotations.NullMarked;
