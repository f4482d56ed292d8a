package dev.perfloop.web.oidc;

import dev.perfloop.web.WebUiProperties.Role;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Groups or roles of a provider as ours.
 *
 * @param claim where they are listed; dots lead into nested claims, such as {@code realm_access.roles}
 * @param roles what each value gives; every other value gives nothing
 */
record RoleMapping(String claim, Map<String, Set<Role>> roles) {

    Set<Role> of(Map<String, ?> claims) {
        Set<Role> found = EnumSet.noneOf(Role.class);
        values(listed(claims)).map(value -> roles.getOrDefault(value, Set.of())).forEach(found::addAll);
        return found;
    }

    private @Nullable Object listed(Map<String, ?> claims) {
        if (claims.containsKey(claim)) {
            return claims.get(claim); // names of claims may hold dots themselves: https://example.com/roles
        }
        Object inside = claims;
        for (String step : claim.split("\\.")) {
            inside = inside instanceof Map<?, ?> nested ? nested.get(step) : null;
        }
        return inside;
    }

    private static Stream<String> values(@Nullable Object listed) {
        return switch (listed) {
            case Collection<?> many -> many.stream().map(String::valueOf);
            case String one -> Stream.concat(Stream.of(one), Stream.of(one.split("[ ,]+")));
            case null, default -> Stream.empty();
        };
    }
}
