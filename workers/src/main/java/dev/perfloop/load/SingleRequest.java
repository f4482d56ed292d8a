package dev.perfloop.load;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request with every placeholder filled in; its header and body may hold secrets: it is never stored.
 *
 * @param expect the HTTP status that counts as success; null for any 2xx
 */
public record SingleRequest(
        String name,
        String method,
        URI address,
        Map<String, String> headers,
        @Nullable String body,
        @Nullable Integer expect) {

    public boolean isAnsweredBy(int status) {
        return expect == null ? status / 100 == 2 : expect == status;
    }

    @Override
    public String toString() {
        return method + " " + address.getPath();
    }
}
