package dev.perfloop.web.session;

import dev.perfloop.web.WebUiProperties;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
class SessionController {
    /** Absent when run from class files instead of a jar. */
    private static final String VERSION =
            Objects.requireNonNullElse(WebUiProperties.class.getPackage().getImplementationVersion(), "development");

    private final WebUiProperties properties;

    SessionController(WebUiProperties properties) {
        this.properties = properties;
    }

    @GetMapping("/session")
    SessionView session(Authentication who) {
        return SessionView.of(who);
    }

    @GetMapping("/info")
    InfoView info() {
        return new InfoView(
                VERSION,
                properties.operateUrl() == null ? null : properties.operateUrl().toString(),
                properties.localMode(),
                properties.localUsers(),
                properties.oidc().isOn() ? properties.oidc().label() : null);
    }

    /**
     * @param localUsers whether a name and a password open a session
     * @param oidcLabel what the button of the OpenID provider says, which leads to {@code /api/login/oidc}; null for none
     */
    record InfoView(
            String version,
            @Nullable String operateUrl,
            boolean localMode,
            boolean localUsers,
            @Nullable String oidcLabel) {}
}
