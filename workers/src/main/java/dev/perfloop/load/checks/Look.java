package dev.perfloop.load.checks;

import java.util.Optional;

/** One look at something that may not let itself be looked at. */
public sealed interface Look<T> {
    record Seen<T>(T what) implements Look<T> {}

    /** @param why a whole sentence, with the mend */
    record Blind<T>(String why) implements Look<T> {}

    /** It is looked at less often than the rest. */
    record NotNow<T>() implements Look<T> {}

    default Optional<T> seen() {
        return this instanceof Seen<T> seen ? Optional.of(seen.what()) : Optional.empty();
    }
}
