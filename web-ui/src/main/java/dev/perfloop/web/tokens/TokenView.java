package dev.perfloop.web.tokens;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.perfloop.web.WebUiProperties.Role;
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

    /** @param token the secret itself, told this once */
    record CreatedToken(@JsonUnwrapped TokenView view, String token) {

        @Override
        public String toString() {
            return "Created[view=" + view + "]";
        }
    }
}
