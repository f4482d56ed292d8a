package dev.perfloop.web.oidc;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.util.UrlUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The way in through the provider, and the way out. */
@Component
public class OidcLogin {
    static final String BEGIN = "/oauth2/authorization";

    private final Provider provider;
    private final People people;
    private final OidcAnswers answers;

    OidcLogin(Provider provider, People people, OidcAnswers answers) {
        this.provider = provider;
        this.people = people;
        this.answers = answers;
    }

    public void offer(HttpSecurity http) throws Exception {
        if (!provider.isOn()) {
            return;
        }
        ClientRegistrationRepository registrations = provider::find;
        var requests = new DefaultOAuth2AuthorizationRequestResolver(registrations, BEGIN);
        // Also for clients with a secret: a code that was stolen on its way back is then worth nothing.
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        http.oauth2Login(login -> login.loginPage("/login")
                .clientRegistrationRepository(registrations)
                .authorizedClientRepository(new NothingKept())
                .authorizationEndpoint(begin -> begin.authorizationRequestResolver(requests)
                        .authorizationRequestRepository(new PendingLogins()))
                .userInfoEndpoint(info -> info.oidcUserService(people::known))
                .successHandler(answers::welcome)
                .failureHandler(answers::refuse));
    }

    /** Where somebody who came from the provider logs out there too; the page leads back to our login. */
    public Optional<String> logoutOf(@Nullable Authentication who, HttpServletRequest request) {
        if (who == null || !(who.getPrincipal() instanceof OidcUser person)) {
            return Optional.empty();
        }
        String login = UriComponentsBuilder.fromUriString(UrlUtils.buildFullRequestUrl(request))
                .replacePath("/login")
                .replaceQuery(null)
                .toUriString();
        return provider.endOfSession()
                .map(end -> UriComponentsBuilder.fromUriString(end)
                        .queryParam("id_token_hint", person.getIdToken().getTokenValue())
                        .queryParam("post_logout_redirect_uri", UriUtils.encode(login, StandardCharsets.UTF_8))
                        .build(true)
                        .toUriString());
    }
}
