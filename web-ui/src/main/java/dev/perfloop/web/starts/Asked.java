package dev.perfloop.web.starts;

import dev.perfloop.web.engine.Delivery;
import org.jspecify.annotations.Nullable;

/**
 * What became of a wish.
 *
 * @param note a sentence for the person who asked, when there is something to say
 */
public record Asked(
        String runId, Delivery delivery, @Nullable String note) {

    static Asked of(String runId, Delivery delivery) {
        return new Asked(runId, delivery, delivery.note());
    }
}
