package dev.perfloop.change.guard;

import java.time.Duration;

/** Whether a change may be begun. */
public sealed interface Permission {
    record Granted() implements Permission {}

    /** Nothing is begun yet; ask again after the pause. */
    record Later(String why, Duration pause) implements Permission {}

    /** This change is left out; the others are not touched by the reason. */
    record LeftOut(String why) implements Permission {}

    /** It was held back for as long as the guards wait: the hour is wrong for any change. */
    record GivenUp(String why) implements Permission {}
}
