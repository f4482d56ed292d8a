package dev.perfloop.web.oidc;

import dev.perfloop.web.problems.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OidcController {
    private static final Logger log = LoggerFactory.getLogger(OidcController.class);

    private final Provider provider;

    OidcController(Provider provider) {
        this.provider = provider;
    }

    /** Sends a browser to the OpenID provider, and back to {@code from} after the login. */
    @GetMapping("/api/login/oidc")
    ResponseEntity<Void> begin(@RequestParam(defaultValue = "/") String from, HttpServletRequest request) {
        if (!provider.isOn()) {
            throw Refused.notFound(
                    "No OpenID provider is configured.",
                    "Log in with POST /api/login, or set perfloop.web.oidc.issuer (PERFLOOP_OIDC_ISSUER).");
        }
        try {
            provider.registration();
        } catch (RuntimeException away) {
            log.warn("action=oidc_login result=provider_away", away);
            return to(OidcAnswers.loginPage(Refusal.AWAY, WayBack.own(from)));
        }
        WayBack.keep(request, from);
        return to(URI.create(OidcLogin.BEGIN + "/" + Provider.ID));
    }

    private static ResponseEntity<Void> to(URI address) {
        return ResponseEntity.status(HttpStatus.FOUND).location(address).build();
    }
}
