package dev.perfloop.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A place where time goes, before its cause is known.
 *
 * @param impact share of the gap to the missed objectives it explains, 0 to 100
 */
record Bottleneck(Layer layer, double impact, String summary, Subject subject) {
    /** Below this a bottleneck does not matter. */
    static final double MATTERS = 10;

    /**
     * @param target 1 to 3 for those to go for first; null for the others
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Subject(
            String kind,
            @Nullable Long queryId,
            @Nullable String text,
            @Nullable Double dbTimeSharePct,
            @Nullable Integer target) {
        static Subject of(String kind) {
            return new Subject(kind, null, null, null, null);
        }
    }

    boolean matters() {
        return impact >= MATTERS;
    }

    Bottleneck asTarget(int place) {
        return new Bottleneck(
                layer,
                impact,
                summary,
                new Subject(subject.kind(), subject.queryId(), subject.text(), subject.dbTimeSharePct(), place));
    }
}
