package dev.perfloop.web.oidc;

import dev.perfloop.web.WebUiProperties;
import dev.perfloop.web.WebUiProperties.Role;
import dev.perfloop.web.tokens.ApiTokens;
import dev.perfloop.web.tokens.Roles;
import java.util.Set;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Whom the provider vouches for, under the name and with the roles that hold here. */
@Component
class People {
    private final OidcUserService provider = new OidcUserService();
    private final WebUiProperties properties;
    private final ApiTokens tokens;

    People(WebUiProperties properties, ApiTokens tokens) {
        this.properties = properties;
        this.tokens = tokens;
    }

    OidcUser known(OidcUserRequest request) {
        OidcUser person = provider.loadUser(request);
        String nameClaim = properties.oidc().nameClaim();
        String name = person.getClaimAsString(nameClaim);
        if (name == null || name.isBlank()) {
            throw new NotLetIn(Refusal.NO_NAME, null);
        }
        // Names are what approvals and tokens go by, so nobody may come under one that is somebody else's.
        if (properties.localUser(name).isPresent()) {
            throw new NotLetIn(Refusal.NAME_TAKEN, name);
        }
        Set<Role> roles = new RoleMapping(
                        properties.oidc().rolesClaim(), properties.oidc().roles())
                .of(person.getClaims());
        tokens.narrow(name, roles);
        if (roles.isEmpty()) {
            throw new NotLetIn(Refusal.NO_ROLE, name);
        }
        return new DefaultOidcUser(Roles.authorities(roles), person.getIdToken(), person.getUserInfo(), nameClaim);
    }
}
