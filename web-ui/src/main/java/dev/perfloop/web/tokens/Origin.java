package dev.perfloop.web.tokens;

/** Where an owner's roles come from: our own users, or an OpenID provider. */
enum Origin {
    LOCAL,
    OIDC
}
