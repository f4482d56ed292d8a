package dev.perfloop.web.audit;

/** How somebody proved who they are. */
enum Way {
    SESSION,
    BASIC,
    TOKEN,
    OIDC
}
