package dev.perfloop.web.session;

import dev.perfloop.web.WebUiProperties;
import dev.perfloop.web.WebUiProperties.Role;
import dev.perfloop.web.problems.Problems;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** Two ways in: a session with CSRF protection for browsers, HTTP Basic without either for the command line. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    /** bpmn-js and Carbon set styles inline and carry fonts and images as data. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; font-src 'self' data:; object-src 'none'; base-uri 'self'; "
            + "form-action 'self'; frame-ancestors 'self'";
    /** The command line logs in anew with every request; 2^8 rounds keep that at some 15 ms. */
    private static final int BCRYPT_STRENGTH = 8;

    @Bean
    PasswordEncoder webUiPasswordEncoder() {
        return new BCryptPasswordEncoder(BCRYPT_STRENGTH);
    }

    @Bean
    UserDetailsService webUiUsers(WebUiProperties properties, PasswordEncoder webUiPasswordEncoder) {
        return new InMemoryUserDetailsManager(properties.users().stream()
                .map(user -> User.withUsername(user.name())
                        .password(webUiPasswordEncoder.encode(user.password()))
                        .roles(user.roles().stream().map(Role::name).toArray(String[]::new))
                        .build())
                .toList());
    }

    @Bean
    @Order(1)
    SecurityFilterChain webUiBasicChain(HttpSecurity http, Problems problems) throws Exception {
        AuthenticationEntryPoint loginFirst = loginFirst(problems);
        return http.securityMatcher(SecurityConfiguration::carriesBasic)
                .authorizeHttpRequests(SecurityConfiguration::rules)
                .httpBasic(basic -> basic.authenticationEntryPoint(loginFirst))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .exceptionHandling(
                        refuse -> refuse.authenticationEntryPoint(loginFirst).accessDeniedHandler(notYours(problems)))
                .headers(SecurityConfiguration::headers)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain webUiSessionChain(HttpSecurity http, Problems problems, LoginAnswers answers) throws Exception {
        CsrfTokenRequestAttributeHandler eagerToken = new CsrfTokenRequestAttributeHandler();
        // Without a name the token is read at once, so that any first answer brings the cookie.
        eagerToken.setCsrfRequestAttributeName(null);
        return http.authorizeHttpRequests(SecurityConfiguration::rules)
                .formLogin(login -> login.loginPage("/login")
                        .loginProcessingUrl("/api/login")
                        .successHandler(answers::welcome)
                        .failureHandler(answers::refuse))
                .logout(logout -> logout.logoutUrl("/api/logout").logoutSuccessHandler(answers::farewell))
                .csrf(csrf -> csrf.csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse())
                        .csrfTokenRequestHandler(eagerToken))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .exceptionHandling(refuse ->
                        refuse.authenticationEntryPoint(loginFirst(problems)).accessDeniedHandler(notYours(problems)))
                .headers(SecurityConfiguration::headers)
                .build();
    }

    private static boolean carriesBasic(jakarta.servlet.http.HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6);
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        // A stream that ends is dispatched once more; who opened it was asked then.
        rules.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.FORWARD, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers("/api/info", "/api/login")
                .permitAll()
                .requestMatchers(
                        HttpMethod.POST,
                        "/api/approvals/*/decision",
                        "/api/targets/*/observability/apply",
                        "/api/targets/*/observability/undo")
                .hasRole(Role.APPROVER.name())
                .requestMatchers(HttpMethod.DELETE, "/api/targets/*/guards")
                .hasRole(Role.APPROVER.name())
                .requestMatchers(HttpMethod.GET, "/api/**", "/reports/**", "/v3/**")
                .authenticated()
                .requestMatchers(HttpMethod.POST, "/api/logout")
                .authenticated()
                .requestMatchers("/api/**", "/reports/**", "/v3/**")
                .hasRole(Role.OPERATOR.name())
                .requestMatchers("/actuator/**")
                .access(new LoopbackOrLogin())
                .anyRequest()
                .permitAll();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
                .referrerPolicy(Customizer.withDefaults());
    }

    private static AuthenticationEntryPoint loginFirst(Problems problems) {
        return (request, response, refused) -> problems.write(
                response,
                HttpStatus.UNAUTHORIZED,
                "You are not logged in, or the name or password is wrong.",
                "Log in with POST /api/login, or send HTTP Basic credentials.");
    }

    private static AccessDeniedHandler notYours(Problems problems) {
        return (request, response, denied) -> {
            if (denied instanceof CsrfException) {
                problems.write(
                        response,
                        HttpStatus.FORBIDDEN,
                        "The request carries no valid CSRF token.",
                        "Send the value of the cookie XSRF-TOKEN in the header X-XSRF-TOKEN.");
            } else {
                problems.write(
                        response,
                        HttpStatus.FORBIDDEN,
                        "Your role does not allow this.",
                        "Ask someone with the role APPROVER, or log in as one.");
            }
        };
    }
}
