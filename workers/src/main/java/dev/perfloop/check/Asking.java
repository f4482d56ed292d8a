package dev.perfloop.check;

import dev.perfloop.target.Target;

/** Asks one part of a target. */
@FunctionalInterface
interface Asking {
    Found ask(Target target, Checked checked) throws InterruptedException;
}
