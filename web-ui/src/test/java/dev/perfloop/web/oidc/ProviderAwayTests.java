package dev.perfloop.web.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.perfloop.web.WebUiProperties;
import dev.perfloop.web.WebUiProperties.LoginLimits;
import dev.perfloop.web.WebUiProperties.Oidc;
import dev.perfloop.web.WebUiProperties.Role;
import dev.perfloop.web.problems.Refused;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class ProviderAwayTests {

    @Test
    void theLoginPageSaysThatTheProviderDoesNotAnswer() {
        // Port 1 is where nobody listens.
        var answer = controller(URI.create("http://127.0.0.1:1")).begin("/runs/7", new MockHttpServletRequest());

        assertThat(answer.getHeaders().getLocation()).hasToString("/login?refused=away&from=%2Fruns%2F7");
    }

    @Test
    void withoutAProviderThereIsNothingToBegin() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> controller(null).begin("/", new MockHttpServletRequest()));
    }

    private static OidcController controller(@Nullable URI issuer) {
        var oidc = new Oidc(
                issuer, "perfloop", "", "Log in", Set.of(), "sub", "groups", Map.of("all", Set.of(Role.VIEWER)));
        return new OidcController(new Provider(new WebUiProperties(
                null,
                false,
                Path.of("."),
                Duration.ofSeconds(15),
                true,
                List.of(),
                oidc,
                new LoginLimits(10, Duration.ofMinutes(1), 30, Duration.ofSeconds(10)),
                Duration.ofDays(400))));
    }
}
