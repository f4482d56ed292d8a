/** Whether now is the time to begin a change: disk, transactions in the way, load. Every answer is kept. */
@NullMarked
package dev.perfloop.change.guard;

import org.jspecify.annotations.NullMarked;
