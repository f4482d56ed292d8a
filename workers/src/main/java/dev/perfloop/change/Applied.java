package dev.perfloop.change;

import java.time.Duration;

/** How an attempt to apply a change ended. */
sealed interface Applied {
    /** It is on the target, or there was no reason to do it, or it could not be done and the others go on without it. */
    record Done(String how) implements Applied {}

    /** It could not be applied and nothing of it is left. */
    record Failed(String why) implements Applied {}

    /** Not now; nothing is broken. */
    record Later(String why, Duration pause) implements Applied {}
}
