package dev.perfloop.fingerprint;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of sending one request several times.
 *
 * @param sendings those that count: warm-ups and failures left out
 * @param sent     all of them
 * @param failure  what went wrong last; empty when nothing did
 * @param from     what the server had reported after the first sending; null when there was none
 * @param to       the same after all of them and one more; only of the last request
 */
record Driven(
        String name,
        List<Sending> sendings,
        int sent,
        int failed,
        String failure,
        @Nullable Reported from,
        @Nullable Reported to) {

    /** @param transactions reported by the server up to then, all sessions together */
    record Reported(long transactions, long atNanos) {}

    Driven(String name, List<Sending> sendings, int sent, int failed, String failure, @Nullable Reported from) {
        this(name, sendings, sent, failed, failure, from, null);
    }

    Driven upTo(Reported end) {
        return new Driven(name, sendings, sent, failed, failure, from, end);
    }
}
