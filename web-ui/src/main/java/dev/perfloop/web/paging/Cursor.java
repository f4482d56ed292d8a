package dev.perfloop.web.paging;

import dev.perfloop.web.problems.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The last row of a page, newest first; the next page starts after it, whatever was added since.
 *
 * @param key tells rows of the same moment apart
 */
public record Cursor(Instant at, String key) {

    /** Null stays null: the first page. */
    public static @Nullable Cursor parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int bar = plain.indexOf('|');
            if (bar > 0) {
                return new Cursor(Instant.parse(plain.substring(0, bar)), plain.substring(bar + 1));
            }
        } catch (IllegalArgumentException | DateTimeParseException notOurs) {
            // said below
        }
        throw notOurs();
    }

    public static Refused notOurs() {
        return Refused.malformed("This cursor is not one of ours.", "Pass nextCursor of the page before, or none.");
    }

    public String print() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((at + "|" + key).getBytes(StandardCharsets.UTF_8));
    }

    /** For SQL, where null stands for the first page. */
    public static @Nullable OffsetDateTime atOf(@Nullable Cursor cursor) {
        return cursor == null ? null : cursor.at.atOffset(ZoneOffset.UTC);
    }

    public static @Nullable String keyOf(@Nullable Cursor cursor) {
        return cursor == null ? null : cursor.key;
    }
}
