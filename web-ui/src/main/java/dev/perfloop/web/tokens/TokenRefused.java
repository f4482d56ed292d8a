package dev.perfloop.web.tokens;

import org.springframework.security.core.AuthenticationException;

/** A token that opens nothing, and why. */
public final class TokenRefused extends AuthenticationException {
    private final String detail;

    TokenRefused(String detail) {
        super(detail);
        this.detail = detail;
    }

    public String detail() {
        return detail;
    }
}
