package dev.perfloop.web.engine;

import org.jspecify.annotations.Nullable;

/** What became of a message. */
public enum Delivery {
    SENT(null),
    POSTPONED("The process engine does not answer. Your request is kept and sent again every few seconds; "
            + "check that the Camunda broker is up if this lasts.");

    private final @Nullable String note;

    Delivery(@Nullable String note) {
        this.note = note;
    }

    /** A sentence for the person who asked, when there is something to say. */
    public @Nullable String note() {
        return note;
    }
}
