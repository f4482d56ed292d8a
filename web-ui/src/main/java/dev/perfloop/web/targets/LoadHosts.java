package dev.perfloop.web.targets;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which hosts a target's file lists for load; the workers hold to the same before they send any. */
final class LoadHosts {
    private LoadHosts() {}

    /** @param hosts as {@code name} or {@code name:port} */
    static boolean allow(String origin, @Nullable String baseUrl, Set<String> hosts) {
        URI to = parsed(origin);
        URI base = parsed(baseUrl);
        if (to == null || to.getHost() == null) {
            return false;
        }
        boolean isBase = base != null && to.getHost().equalsIgnoreCase(base.getHost()) && port(to) == port(base);
        return isBase || hosts.contains(to.getHost()) || hosts.contains(to.getHost() + ":" + port(to));
    }

    private static @Nullable URI parsed(@Nullable String address) {
        try {
            return address == null ? null : URI.create(address);
        } catch (IllegalArgumentException referenceOrNonsense) {
            return null;
        }
    }

    private static int port(URI address) {
        return address.getPort() >= 0 ? address.getPort() : "https".equals(address.getScheme()) ? 443 : 80;
    }
}
