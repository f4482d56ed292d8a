package dev.perfloop.web.session;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import dev.perfloop.web.WebUiProperties.Role;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Which role a request takes. The first rule that matches counts, so that what is new takes an operator. */
final class AccessRules {
    private static final Role[] ANY = Role.values();
    private static final List<Rule> RULES = List.of(
            rule(POST, "/api/approvals/*/decision", Role.APPROVER),
            rule(POST, "/api/changes/*/take-back", Role.APPROVER),
            rule(DELETE, "/api/changes/*/take-back", Role.APPROVER),
            rule(POST, "/api/targets/*/observability/apply", Role.APPROVER),
            rule(POST, "/api/targets/*/observability/undo", Role.APPROVER),
            rule(DELETE, "/api/targets/*/guards", Role.APPROVER),
            rule(GET, "/api/audit", Role.ADMIN),
            // Everybody has tokens; whose they are is asked where they are kept.
            rule(null, "/api/tokens/**", ANY),
            rule(POST, "/api/logout", ANY),
            rule(GET, "/api/**", ANY),
            rule(GET, "/reports/**", ANY),
            rule(GET, "/v3/**", ANY),
            rule(null, "/api/**", Role.OPERATOR),
            rule(null, "/reports/**", Role.OPERATOR),
            rule(null, "/v3/**", Role.OPERATOR));

    private AccessRules() {}

    static void of(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        // A stream that ends is dispatched once more; who opened it was asked then.
        rules.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.FORWARD, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers("/api/info", "/api/login", "/api/login/oidc")
                .permitAll();
        for (Rule rule : RULES) {
            rules.requestMatchers(rule.matches())
                    .hasAnyRole(rule.anyOf().stream().map(Role::name).toArray(String[]::new));
        }
        rules.requestMatchers("/actuator/**")
                .access(new LoopbackOrLogin())
                .anyRequest()
                .permitAll();
    }

    /** The role that was missing; empty where any would have done. */
    static Optional<Role> neededFor(HttpServletRequest request) {
        return RULES.stream()
                .filter(rule -> rule.matches().matches(request))
                .findFirst()
                .filter(rule -> rule.anyOf().size() == 1)
                .map(rule -> rule.anyOf().getFirst());
    }

    private static Rule rule(@Nullable HttpMethod method, String pattern, Role... anyOf) {
        var paths = PathPatternRequestMatcher.withDefaults();
        return new Rule(method == null ? paths.matcher(pattern) : paths.matcher(method, pattern), Arrays.asList(anyOf));
    }

    private record Rule(RequestMatcher matches, List<Role> anyOf) {}
}
