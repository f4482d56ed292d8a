package dev.perfloop.web.session;

import dev.perfloop.web.WebUiProperties;
import dev.perfloop.web.WebUiProperties.Role;
import dev.perfloop.web.audit.AuditFilter;
import dev.perfloop.web.audit.AuditTrail;
import dev.perfloop.web.oidc.OidcLogin;
import dev.perfloop.web.tokens.ApiTokens;
import dev.perfloop.web.tokens.TokenFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.savedrequest.NullRequestCache;

/**
 * Two ways in: a session with CSRF protection for browsers; HTTP Basic or an API token, without either, for the command
 * line. Both pass the audit log.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    /** The command line logs in anew with every request; 2^8 rounds keep that at some 15 ms. */
    private static final int BCRYPT_STRENGTH = 8;

    @Bean
    PasswordEncoder webUiPasswordEncoder() {
        return new BCryptPasswordEncoder(BCRYPT_STRENGTH);
    }

    /** The only one of its kind, so that both chains ask it and no other. */
    @Bean
    AuthenticationProvider webUiLogin(
            WebUiProperties properties, PasswordEncoder webUiPasswordEncoder, LoginLimit limit) {
        var users = new DaoAuthenticationProvider(localUsers(properties, webUiPasswordEncoder));
        users.setPasswordEncoder(webUiPasswordEncoder);
        return new LimitedLogin(users, limit);
    }

    @Bean
    @Order(1)
    SecurityFilterChain webUiProgramChain(HttpSecurity http, Refusals refusals, ApiTokens tokens, AuditTrail audit)
            throws Exception {
        return http.securityMatcher(SecurityConfiguration::carriesItsLogin)
                .authorizeHttpRequests(AccessRules::of)
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals::loginFirst))
                .addFilterBefore(new TokenFilter(tokens, refusals::loginFirst), BasicAuthenticationFilter.class)
                .addFilterBefore(new AuditFilter(audit), CsrfFilter.class)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .exceptionHandling(refuse ->
                        refuse.authenticationEntryPoint(refusals::loginFirst).accessDeniedHandler(refusals::notYours))
                .headers(SecureHeaders::of)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain webUiSessionChain(
            HttpSecurity http, Refusals refusals, LoginAnswers answers, OidcLogin oidc, AuditTrail audit)
            throws Exception {
        CsrfTokenRequestAttributeHandler eagerToken = new CsrfTokenRequestAttributeHandler();
        // Without a name the token is read at once, so that any first answer brings the cookie.
        eagerToken.setCsrfRequestAttributeName(null);
        oidc.offer(http);
        return http.authorizeHttpRequests(AccessRules::of)
                .formLogin(login -> login.loginPage("/login")
                        .loginProcessingUrl("/api/login")
                        .successHandler(answers::welcome)
                        .failureHandler(answers::refuse))
                .logout(logout -> logout.logoutUrl("/api/logout").logoutSuccessHandler(answers::farewell))
                .addFilterBefore(new AuditFilter(audit), CsrfFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse())
                        .csrfTokenRequestHandler(eagerToken))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .exceptionHandling(refuse ->
                        refuse.authenticationEntryPoint(refusals::loginFirst).accessDeniedHandler(refusals::notYours))
                .headers(SecureHeaders::of)
                .build();
    }

    private static UserDetailsService localUsers(WebUiProperties properties, PasswordEncoder encoder) {
        List<UserDetails> users = properties.localUsers()
                ? properties.users().stream()
                        .map(user -> User.withUsername(user.name())
                                .password(encoder.encode(user.password()))
                                .roles(user.roles().stream().map(Role::name).toArray(String[]::new))
                                .build())
                        .toList()
                : List.of();
        return new InMemoryUserDetailsManager(users);
    }

    private static boolean carriesItsLogin(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return TokenFilter.carriesToken(request)
                || (authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6));
    }
}
