package dev.perfloop.change.watch;

import java.util.Optional;

/** Counts bad looks in a row: a single one is a hiccup, several are the change. */
final class Strain {
    private final int limit;
    private int inARow;

    Strain(int limit) {
        this.limit = limit;
    }

    /** Why the change is to be stopped; empty while it may go on. */
    Optional<String> add(Optional<String> complaint) {
        inARow = complaint.isPresent() ? inARow + 1 : 0;
        return inARow < limit
                ? Optional.empty()
                : complaint.map(
                        last -> "Stopped, as the service suffered for %d looks in a row: %s.".formatted(inARow, last));
    }
}
