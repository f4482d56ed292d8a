package dev.perfloop.web.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody did or tried.
 *
 * @param who null for a failed login under a name that nobody has
 * @param action the method and the address as the API describes it, or LOGIN, LOGOUT
 * @param subject what it was done to: the ids in the address, or of what came of it
 * @param target the target it belongs to, where the address or the request tells
 * @param run a run it belongs to, whose target is meant then
 * @param approval an approval it belongs to, likewise
 * @param status the HTTP status of the answer
 */
record Deed(
        Instant at,
        @Nullable String who,
        Way way,
        @Nullable String tokenId,
        String action,
        String subject,
        @Nullable String target,
        @Nullable String run,
        @Nullable String approval,
        int status,
        String remoteAddress) {}
