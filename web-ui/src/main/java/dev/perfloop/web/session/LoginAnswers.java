package dev.perfloop.web.session;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perfloop.web.oidc.OidcLogin;
import dev.perfloop.web.problems.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/** A browser's login speaks JSON and never redirects. */
@Component
class LoginAnswers {
    private final ObjectMapper json;
    private final Problems problems;
    private final Refusals refusals;
    private final OidcLogin oidc;

    LoginAnswers(ObjectMapper json, Problems problems, Refusals refusals, OidcLogin oidc) {
        this.json = json;
        this.problems = problems;
        this.refusals = refusals;
        this.oidc = oidc;
    }

    void welcome(HttpServletRequest request, HttpServletResponse response, Authentication who) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        json.writeValue(response.getOutputStream(), SessionView.of(who));
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        if (refused instanceof TooManyLogins often) {
            refusals.tooMany(response, often);
            return;
        }
        problems.write(
                response,
                HttpStatus.UNAUTHORIZED,
                "The name or the password is wrong.",
                "Check both; the local users are set in perfloop.web.users.");
    }

    /** Who came from a provider is told where to log out there too; else the next login would ask nothing. */
    void farewell(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who)
            throws IOException {
        var there = oidc.logoutOf(who, request);
        if (there.isEmpty()) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return;
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        json.writeValue(response.getOutputStream(), new FarewellView(there.get()));
    }

    /** @param continueAt the provider's page that ends the login there */
    record FarewellView(String continueAt) {}
}
