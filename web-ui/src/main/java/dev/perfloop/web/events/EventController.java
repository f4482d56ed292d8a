package dev.perfloop.web.events;

import dev.perfloop.web.WebUiProperties;
import dev.perfloop.web.problems.Refused;
import dev.perfloop.web.runs.KnownRuns;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The live feed. Without a last id it starts with what happens next; with one it goes on right after it, and 0 tells a
 * run from its beginning.
 */
@RestController
class EventController {
    private final EventHub hub;
    private final RunEventRepository events;
    private final KnownRuns runs;
    private final Duration heartbeat;

    EventController(EventHub hub, RunEventRepository events, KnownRuns runs, WebUiProperties properties) {
        this.hub = hub;
        this.events = events;
        this.runs = runs;
        this.heartbeat = properties.heartbeat();
    }

    @GetMapping(path = "/api/runs/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter ofRun(
            @PathVariable String id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String header,
            @RequestParam(required = false) @Nullable String lastEventId) {
        runs.require(id);
        return new Watcher(id, events, heartbeat).watch(hub, lastSeen(header, lastEventId));
    }

    @GetMapping(path = "/api/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter ofAllRuns(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String header,
            @RequestParam(required = false) @Nullable String lastEventId) {
        return new Watcher(null, events, heartbeat).watch(hub, lastSeen(header, lastEventId));
    }

    /** A browser that comes back by itself sends the header, and the address it first asked for: the header is newer. */
    private static @Nullable Long lastSeen(@Nullable String header, @Nullable String parameter) {
        String text = header != null && !header.isBlank() ? header : parameter;
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Long.valueOf(text.strip());
        } catch (NumberFormatException notOurs) {
            throw Refused.malformed(
                    "The last event id is a number.", "Send the id of the last event you saw, or none at all.");
        }
    }
}
