package dev.perfloop.web.tokens;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.perfloop.web.WebUiProperties.Role;
import dev.perfloop.web.paging.Cursor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param lastUsedAt to the minute; null when never
 * @param revokedAt null while it is not
 */
record TokenView(
        String id,
        String owner,
        String name,
        List<Role> roles,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy) {

    /** In lists: those that are not revoked come first, and then a higher letter does. */
    Cursor place() {
        return new Cursor(createdAt, (revokedAt == null ? "b " : "a ") + id);
    }

    /** @param nextCursor where the next page starts; absent on the last one */
    record TokenPage(List<TokenView> items, @Nullable String nextCursor) {}

    /** @param token the secret itself, told this once */
    record CreatedToken(@JsonUnwrapped TokenView view, String token) {

        @Override
        public String toString() {
            return "Created[view=" + view + "]";
        }
    }
}
