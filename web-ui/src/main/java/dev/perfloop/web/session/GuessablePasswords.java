package dev.perfloop.web.session;

import dev.perfloop.web.WebUiProperties;
import java.net.InetAddress;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The passwords of the start are for one machine; elsewhere they are said to be guessable. */
@Component
class GuessablePasswords {
    private static final Logger log = LoggerFactory.getLogger(GuessablePasswords.class);

    private final WebUiProperties properties;
    private final @Nullable InetAddress address;

    GuessablePasswords(WebUiProperties properties, ServerProperties server) {
        this.properties = properties;
        this.address = server.getAddress();
    }

    @EventListener(ApplicationReadyEvent.class)
    void warn() {
        if (!properties.localUsers() || (address != null && address.isLoopbackAddress())) {
            return;
        }
        properties.users().stream()
                .filter(user -> user.password().equals(user.name()))
                .forEach(user -> log.warn(
                        "User {} has its name as password and the API is open beyond this machine: "
                                + "set PERFLOOP_{}_PASSWORD",
                        user.name(),
                        user.name().toUpperCase(Locale.ROOT)));
    }
}
