package dev.perfloop.web.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class PendingLoginsTests {
    private static final int TEN_MINUTES = 600;

    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aLoginThatIsNeverFinishedIsSoonForgotten() {
        WayBack.keep(request, "/runs");

        assertThat(PendingLogins.session(request).getMaxInactiveInterval()).isEqualTo(TEN_MINUTES);
    }

    @Test
    void whoIsLoggedInStaysSoAsLongAsEverybody() {
        request.getServletContext().setSessionTimeout(720);
        WayBack.keep(request, "/runs");

        PendingLogins.done(request);

        assertThat(Objects.requireNonNull(request.getSession()).getMaxInactiveInterval())
                .isEqualTo(720 * 60);
        assertThat(WayBack.of(request)).isEqualTo("/runs");
    }

    @Test
    void theSessionOfSomebodyIsNotCutShort() {
        var session = request.getSession();
        ((MockHttpSession) Objects.requireNonNull(session)).setNew(false);
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("ana", ""));

        assertThat(PendingLogins.session(request).getMaxInactiveInterval()).isNotEqualTo(TEN_MINUTES);
    }
}
