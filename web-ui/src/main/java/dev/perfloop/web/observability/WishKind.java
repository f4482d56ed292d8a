package dev.perfloop.web.observability;

/** What a person may wish about a target's offers. */
enum WishKind {
    SHOW,
    APPLY,
    UNDO
}
