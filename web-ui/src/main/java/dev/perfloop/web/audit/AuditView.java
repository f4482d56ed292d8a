package dev.perfloop.web.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param who null for a failed login under a name that nobody has
 * @param tokenName of the token that asked
 * @param action the method and the address as the API describes it, or LOGIN, LOGOUT
 * @param subject what it was done to: the ids in the address, or of what came of it
 * @param status the HTTP status of the answer
 */
record AuditView(
        String id,
        Instant at,
        @Nullable String who,
        Way way,
        @Nullable String tokenId,
        @Nullable String tokenName,
        String action,
        String subject,
        @Nullable String target,
        int status,
        String remoteAddress) {

    /** @param nextCursor where the next page starts; absent on the last one */
    record AuditPage(List<AuditView> items, @Nullable String nextCursor) {}
}
