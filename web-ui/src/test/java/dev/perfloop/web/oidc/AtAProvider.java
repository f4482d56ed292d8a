package dev.perfloop.web.oidc;

import dev.perfloop.issuer.Issuer;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The application with a provider beside it: both live as long as the tests, which share them. */
abstract class AtAProvider {
    static final Issuer issuer = Issuer.start();

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        properties.add("perfloop.web.oidc.issuer", issuer::siteOfItsOwn);
        properties.add("perfloop.web.oidc.client-id", () -> Issuer.CLIENT);
        properties.add("perfloop.web.oidc.client-secret", () -> Issuer.SECRET);
        properties.add("perfloop.web.oidc.label", () -> "Sign in at the issuer");
        properties.add("perfloop.web.oidc.roles[readers]", () -> "VIEWER");
        properties.add("perfloop.web.oidc.roles[perf-team]", () -> "OPERATOR");
        properties.add("perfloop.web.oidc.roles[perf leads]", () -> "APPROVER");
    }
}
