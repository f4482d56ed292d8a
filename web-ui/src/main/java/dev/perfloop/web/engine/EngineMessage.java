package dev.perfloop.web.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * @param name one of {@link dev.perfloop.contract.Messages}
 * @param messageId makes sending twice harmless while the engine keeps the message; absent: every sending counts
 * @param timeToLive how long the engine keeps the message for a receiver that is not there yet
 * @param variables a record whose components become process variables
 */
public record EngineMessage(
        String name, String correlationKey, @Nullable String messageId, Duration timeToLive, Record variables) {}
