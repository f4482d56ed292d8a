package dev.perfloop.alert.delivery;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a receiver is told.
 *
 * @param event    WARNING or CRITICAL when it has come to that, RESOLVED when it is over, APPROVAL or SCALING when somebody is asked to do something
 * @param words    what is beyond which threshold
 * @param attempts how often it was tried already
 * @param page     where the target's alerts are shown; null where nobody said where people open Perfloop
 */
record Telling(
        long id,
        UUID alert,
        String channel,
        String event,
        String target,
        String family,
        String severity,
        String words,
        Instant openedAt,
        Instant madeAt,
        int attempts,
        @Nullable String page) {

    /** @param pages where people open Perfloop */
    Telling shownOn(@Nullable URI pages) {
        return pages == null
                ? this
                : new Telling(
                        id,
                        alert,
                        channel,
                        event,
                        target,
                        family,
                        severity,
                        words,
                        openedAt,
                        madeAt,
                        attempts,
                        UriComponentsBuilder.fromUri(pages)
                                .pathSegment("alerts")
                                .queryParam("target", "{target}")
                                .encode()
                                .buildAndExpand(target)
                                .toUriString());
    }

    boolean isOver() {
        return event.equals("RESOLVED");
    }

    String title() {
        String whose = family + " of " + target;
        return switch (event) {
            case "RESOLVED" -> "Resolved: " + whose;
            case "APPROVAL" -> "Asks for approval: " + whose;
            case "SCALING" -> "Asks for scaling: " + whose;
            default -> event.charAt(0) + event.substring(1).toLowerCase(Locale.ROOT) + ": " + whose;
        };
    }
}
