package dev.perfloop.web.tokens;

import dev.perfloop.web.WebUiProperties.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Our roles as Spring Security's authorities, and back. */
public final class Roles {
    private static final String PREFIX = "ROLE_";

    private Roles() {}

    public static List<GrantedAuthority> authorities(Collection<Role> roles) {
        return roles.stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority(PREFIX + role))
                .toList();
    }

    static Set<Role> of(Collection<? extends GrantedAuthority> authorities) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(Role.values())
                .filter(role -> authorities.stream().anyMatch(held -> (PREFIX + role).equals(held.getAuthority())))
                .forEach(roles::add);
        return roles;
    }

    static boolean isAdmin(Authentication who) {
        return of(who.getAuthorities()).contains(Role.ADMIN);
    }

    static Set<Role> set(Collection<Role> roles) {
        Set<Role> set = EnumSet.noneOf(Role.class);
        set.addAll(roles);
        return set;
    }
}
