package dev.perfloop.loadtests;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Decides when so much fails that going on would only hurt the target. A second without a response counts neither way. */
final class Brake {
    private final LoadSpec.@Nullable Abort limit;
    private int badSeconds;
    private volatile @Nullable String pulledBecause;

    Brake(LoadSpec.@Nullable Abort limit) {
        this.limit = limit;
    }

    /** Called once a second by one thread. */
    void see(long count, long errors) {
        if (limit == null || count == 0 || pulledBecause != null) {
            return;
        }
        badSeconds = (double) errors / count > limit.maxErrorRate() ? badSeconds + 1 : 0;
        if (badSeconds >= limit.afterSeconds()) {
            pulledBecause = String.format(
                    Locale.ROOT,
                    "more than %.0f %% of requests failed for %d s",
                    limit.maxErrorRate() * 100,
                    limit.afterSeconds());
        }
    }

    /** Null while the test may go on. */
    @Nullable String pulledBecause() {
        return pulledBecause;
    }
}
