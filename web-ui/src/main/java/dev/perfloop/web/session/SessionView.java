package dev.perfloop.web.session;

import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Who is logged in, and as what; see {@link dev.perfloop.web.WebUiProperties.Role}. */
record SessionView(String user, List<String> roles) {

    static SessionView of(Authentication who) {
        return new SessionView(
                who.getName(),
                who.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .filter(authority -> authority.startsWith("ROLE_"))
                        .map(authority -> authority.substring("ROLE_".length()))
                        .sorted()
                        .toList());
    }
}
