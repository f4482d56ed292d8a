package dev.perfloop.web.session;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Name and password, from the login page or as HTTP Basic, as long as not too many of them were wrong. */
class LimitedLogin implements AuthenticationProvider {
    private static final Logger log = LoggerFactory.getLogger(LimitedLogin.class);

    private final DaoAuthenticationProvider users;
    private final LoginLimit limit;

    LimitedLogin(DaoAuthenticationProvider users, LoginLimit limit) {
        this.users = users;
        this.limit = limit;
    }

    @Override
    public Authentication authenticate(Authentication login) {
        String address = address(login);
        Duration pause = limit.waitFor(login.getName(), address);
        if (pause.isPositive()) {
            throw new TooManyLogins(pause);
        }
        try {
            return users.authenticate(login);
        } catch (AuthenticationException wrong) {
            limit.failed(login.getName(), address);
            // Without the name: it may be a mistyped password.
            log.info("action=login result=refused address={}", address);
            throw wrong;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private static String address(Authentication login) {
        return login.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "unknown";
    }
}
