package dev.perfloop.web.runs;

import dev.perfloop.web.problems.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;

/** The last run of a page; the next page starts after it, whatever was started since. */
record Cursor(Instant requestedAt, String id) {

    static Cursor after(RunView run) {
        return new Cursor(run.requestedAt(), run.id());
    }

    static Cursor parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int bar = plain.indexOf('|');
            if (bar > 0) {
                return new Cursor(Instant.parse(plain.substring(0, bar)), plain.substring(bar + 1));
            }
        } catch (IllegalArgumentException | DateTimeParseException notOurs) {
            // said below
        }
        throw Refused.malformed("This cursor is not one of ours.", "Pass nextCursor of the page before, or none.");
    }

    String print() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((requestedAt + "|" + id).getBytes(StandardCharsets.UTF_8));
    }
}
