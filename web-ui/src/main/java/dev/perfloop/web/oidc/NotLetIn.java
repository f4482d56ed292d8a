package dev.perfloop.web.oidc;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** The provider vouches for somebody, and we have nothing for them. */
final class NotLetIn extends OAuth2AuthenticationException {
    private final Refusal refusal;
    private final @Nullable String name;

    NotLetIn(Refusal refusal, @Nullable String name) {
        super(new OAuth2Error(refusal.code()), refusal.detail());
        this.refusal = refusal;
        this.name = name;
    }

    Refusal refusal() {
        return refusal;
    }

    @Nullable String name() {
        return name;
    }
}
