package dev.perfloop.web.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.web.WebUiProperties.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoleMappingTests {
    private static final Map<String, Set<Role>> ROLES =
            Map.of("perf-team", Set.of(Role.OPERATOR), "Perf Leads", Set.of(Role.OPERATOR, Role.APPROVER));

    @Test
    void theValuesOfAListAddUp() {
        assertThat(mapped("groups", Map.of("groups", List.of("canteen", "perf-team", "Perf Leads"))))
                .containsOnly(Role.OPERATOR, Role.APPROVER);
    }

    @Test
    void aSingleTextIsOneValueOrSeveral() {
        assertThat(mapped("role", Map.of("role", "Perf Leads"))).containsOnly(Role.OPERATOR, Role.APPROVER);
        assertThat(mapped("role", Map.of("role", "canteen,perf-team"))).containsOnly(Role.OPERATOR);
    }

    @Test
    void dotsLeadIntoNestedClaimsUnlessTheNameHasThem() {
        assertThat(mapped("realm_access.roles", Map.of("realm_access", Map.of("roles", List.of("perf-team")))))
                .containsOnly(Role.OPERATOR);
        assertThat(mapped("https://example.com/roles", Map.of("https://example.com/roles", List.of("perf-team"))))
                .containsOnly(Role.OPERATOR);
    }

    @Test
    void whatIsNotThereGivesNothing() {
        assertThat(mapped("groups", Map.of())).isEmpty();
        assertThat(mapped("a.b.c", Map.of("a", "text"))).isEmpty();
        assertThat(mapped("groups", Map.of("groups", 7))).isEmpty();
        assertThat(mapped("groups", Map.of("groups", List.of("PERF-TEAM", 7))))
                .as("in the very letters")
                .isEmpty();
    }

    private static Set<Role> mapped(String claim, Map<String, ?> claims) {
        return new RoleMapping(claim, ROLES).of(claims);
    }
}
