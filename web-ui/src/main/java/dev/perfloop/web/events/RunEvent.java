package dev.perfloop.web.events;

import java.util.Locale;

/**
 * One line of the feed.
 *
 * @param data JSON: runId, at, kind, payload
 */
record RunEvent(long id, String runId, String kind, String data) {

    /** The name that browsers listen to. */
    String name() {
        return switch (kind) {
            case "LOAD" -> "progress";
            default -> kind.toLowerCase(Locale.ROOT);
        };
    }
}
