package dev.perfloop.web.oidc;

import dev.perfloop.web.audit.Audited;
import dev.perfloop.web.problems.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Where a browser goes when it comes back from the provider. */
@Component
class OidcAnswers {
    private static final Logger log = LoggerFactory.getLogger(OidcAnswers.class);

    private final Problems problems;

    OidcAnswers(Problems problems) {
        this.problems = problems;
    }

    void welcome(HttpServletRequest request, HttpServletResponse response, Authentication who) throws IOException {
        PendingLogins.done(request);
        response.sendRedirect(WayBack.of(request));
    }

    /** The login page says why; who does not want pages gets a problem. */
    void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        Refusal why = Refusal.FAILED;
        if (refused instanceof NotLetIn known) {
            why = known.refusal();
            if (known.name() != null) {
                Audited.who(request, known.name());
            }
        }
        log.warn("action=oidc_login result=refused why={} cause=\"{}\"", why.code(), refused.getMessage());
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept != null && accept.contains(MediaType.TEXT_HTML_VALUE)) {
            response.sendRedirect(loginPage(why, WayBack.of(request)).toString());
        } else {
            problems.write(response, HttpStatus.FORBIDDEN, why.detail(), why.mend());
        }
    }

    static URI loginPage(Refusal why, String from) {
        return URI.create("/login?refused=" + why.code() + "&from=" + UriUtils.encode(from, StandardCharsets.UTF_8));
    }
}
