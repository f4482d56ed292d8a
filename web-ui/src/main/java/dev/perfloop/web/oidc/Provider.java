package dev.perfloop.web.oidc;

import dev.perfloop.web.WebUiProperties;
import dev.perfloop.web.WebUiProperties.Oidc;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.stereotype.Component;

/** The provider as it describes itself, asked when somebody first goes there: it may be away while we start. */
@Component
class Provider {
    static final String ID = "perfloop";

    private final Oidc settings;
    private volatile @Nullable ClientRegistration known;

    Provider(WebUiProperties properties) {
        this.settings = properties.oidc();
    }

    boolean isOn() {
        return settings.isOn();
    }

    /** As Spring Security asks for it. */
    @Nullable ClientRegistration find(String id) {
        return isOn() && ID.equals(id) ? registration() : null;
    }

    /** @throws RuntimeException when the provider does not answer; the next call tries again */
    ClientRegistration registration() {
        ClientRegistration found = known;
        if (found == null) {
            found = discovered();
            known = found;
        }
        return found;
    }

    /** Its page that ends a login there. */
    Optional<String> endOfSession() {
        ClientRegistration found = known;
        return found == null
                ? Optional.empty()
                : Optional.ofNullable(found.getProviderDetails()
                                .getConfigurationMetadata()
                                .get("end_session_endpoint"))
                        .map(Object::toString);
    }

    private ClientRegistration discovered() {
        List<String> scopes = new ArrayList<>(List.of(OidcScopes.OPENID));
        scopes.addAll(settings.scopes());
        return ClientRegistrations.fromIssuerLocation(
                        Objects.requireNonNull(settings.issuer()).toString())
                .registrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .clientAuthenticationMethod(
                        settings.clientSecret().isEmpty()
                                ? ClientAuthenticationMethod.NONE
                                : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .scope(scopes)
                .build();
    }
}
