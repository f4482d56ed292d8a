package dev.perfloop.web.session;

import dev.perfloop.web.problems.Problems;
import dev.perfloop.web.tokens.TokenRefused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** What is said to who may not: problems with a mend, and never a redirect. */
@Component
class Refusals {
    private final Problems problems;

    Refusals(Problems problems) {
        this.problems = problems;
    }

    /** The answer to a login that failed, or to a request that came without one. */
    void loginFirst(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        switch (refused) {
            case TooManyLogins often -> tooMany(response, often);
            case TokenRefused token ->
                problems.write(response, HttpStatus.UNAUTHORIZED, token.detail(), "Create a new one: " + TOKEN_CREATE);
            default ->
                problems.write(
                        response,
                        HttpStatus.UNAUTHORIZED,
                        "You are not logged in, or the name or password is wrong.",
                        "Log in with POST /api/login, or send HTTP Basic credentials or an API token.");
        }
    }

    void tooMany(HttpServletResponse response, TooManyLogins often) throws IOException {
        long seconds = often.pause().plusMillis(999).toSeconds();
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        problems.write(
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                "Too many logins failed under this name or from this address.",
                "Wait " + seconds + " s, then try once more. API tokens are not affected.");
    }

    void notYours(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (denied instanceof CsrfException) {
            problems.write(
                    response,
                    HttpStatus.FORBIDDEN,
                    "The request carries no valid CSRF token.",
                    "Send the value of the cookie XSRF-TOKEN in the header X-XSRF-TOKEN.");
            return;
        }
        problems.write(
                response,
                HttpStatus.FORBIDDEN,
                "Your role does not allow this.",
                AccessRules.neededFor(request)
                        .map(role -> "Ask someone with the role " + role + ", or log in as one.")
                        .orElse("Ask who runs Perfloop for a role."));
    }

    private static final String TOKEN_CREATE = "./perfloop token create, or on the page /access.";
}
