package dev.perfloop.web.session;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Not even looked at: too many logins failed before it. */
final class TooManyLogins extends AuthenticationException {
    private final Duration pause;

    TooManyLogins(Duration pause) {
        super("too many failed logins");
        this.pause = pause;
    }

    Duration pause() {
        return pause;
    }
}
