package dev.perfloop.change;

import dev.perfloop.run.RunId;
import dev.perfloop.target.Hooks;
import java.util.List;
import java.util.Optional;

/** Kinds of changes that must not stay, and how each is found out. */
enum BadChange {
    /** An index on what the writers write, which nobody reads by: the validation finds it wanting. */
    HARMFUL_INDEX,
    /** Sorts instead of reading in order: the service suffers at once, and the watch sees it. */
    PLAN_BREAKING_SETTING,
    /** One connection where three to four are busy: whoever asks waits, and the watch sees it. */
    TOO_SMALL_POOL,
    /** An expression that fails for a row, which leaves an INVALID index. */
    FAILING_DDL,
    /** Another session keeps the table locked for longer than all attempts. */
    LOCKED_TABLE,
    /** A person takes the run back while the index is built. */
    CANCELLED_MIDWAY;

    Change change(int number, RunId run, ServiceSettings settings) {
        return switch (this) {
            case HARMFUL_INDEX, LOCKED_TABLE, CANCELLED_MIDWAY -> index("kind", "payload");
            case PLAN_BREAKING_SETTING ->
                new SetParameter(SetParameter.Scope.SYSTEM, "shop", "enable_indexscan", "off", null, true);
            case TOO_SMALL_POOL ->
                new ResizePool(settings.of(run, Hooks.Kind.SET_PROPERTY, BusyService.POOL, now -> Optional.of("1"))
                        .orElseThrow());
            case FAILING_DDL ->
                new CreateIndex(
                        BusyShop.TABLE,
                        List.of(new IndexKey("(1 / (id - %d))".formatted(1 + number), false, true, null)));
        };
    }

    private static CreateIndex index(String... columns) {
        return new CreateIndex(
                BusyShop.TABLE,
                List.of(columns).stream().map(IndexKey::ascending).toList());
    }
}
