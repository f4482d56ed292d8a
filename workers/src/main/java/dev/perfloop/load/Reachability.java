package dev.perfloop.load;

import dev.perfloop.target.TargetUnavailable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knocks before a whole load test is sent to a closed door. */
@Component
class Reachability {
    private static final int WAIT_MILLIS = 3_000;

    void demand(URI baseUrl) {
        int port = baseUrl.getPort() >= 0 ? baseUrl.getPort() : "https".equals(baseUrl.getScheme()) ? 443 : 80;
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(baseUrl.getHost(), port), WAIT_MILLIS);
        } catch (IOException refused) {
            throw unavailable(baseUrl, refused);
        }
    }

    static TargetUnavailable unavailable(URI baseUrl, @Nullable Exception cause) {
        return new TargetUnavailable(
                "The target does not accept connections at " + baseUrl + ".",
                "Start it, or mend baseUrl in its description; then retry the incident if there is one.",
                cause);
    }
}
