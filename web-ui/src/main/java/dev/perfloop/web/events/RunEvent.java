package dev.perfloop.web.events;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of the feed.
 *
 * @param runId null where it is of a target, as an alert is
 * @param data JSON: runId or target, at, kind, payload
 */
record RunEvent(long id, @Nullable String runId, String kind, String data) {

    /** The name that browsers listen to. */
    String name() {
        return switch (kind) {
            case "LOAD" -> "progress";
            default -> kind.toLowerCase(Locale.ROOT);
        };
    }
}
