package dev.perfloop.web.session;

import com.fasterxml.jackson.databind.ObjectMapper;
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

    LoginAnswers(ObjectMapper json, Problems problems) {
        this.json = json;
        this.problems = problems;
    }

    void welcome(HttpServletRequest request, HttpServletResponse response, Authentication who) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        json.writeValue(response.getOutputStream(), SessionView.of(who));
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        problems.write(
                response,
                HttpStatus.UNAUTHORIZED,
                "The name or the password is wrong.",
                "Check both; the local users are set in perfloop.web.users.");
    }

    void farewell(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
        response.setStatus(HttpStatus.NO_CONTENT.value());
    }
}
