package dev.perfloop.target;

import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A service on PostgreSQL, as its owner describes it.
 *
 * @param metrics where its Prometheus metrics are, if it has any
 * @param metricsServer a server that keeps these metrics, if there is one: it can be asked for what was missed
 * @param jmx     its JMX connector, if it has one
 * @param hooks   how the service itself is changed
 * @param costs   what its owner says it costs; what is not said there may be said for all targets
 */
public record Target(
        String name,
        URI baseUrl,
        LoadScenario load,
        Objectives objectives,
        DatabaseAccess database,
        @Nullable URI metrics,
        @Nullable MetricsServer metricsServer,
        @Nullable JmxAccess jmx,
        Guards guards,
        ApprovalRules approval,
        Costs costs,
        Hooks hooks) {

    /** The kinds of change that the guards allow and for which there is a hook where it takes one. */
    public Set<String> possible() {
        Set<String> possible = new TreeSet<>(guards.allow());
        possible.removeAll(hooks.lacking());
        return possible;
    }

    /** Whether load may go there: to the base URL's host and port, or to a host that the scenario lists. */
    public boolean allows(URI address) {
        String host = address.getHost();
        return host != null
                && (same(address, baseUrl)
                        || load.hosts().contains(host)
                        || load.hosts().contains(host + ":" + port(address)));
    }

    /** Whether a hook may be called there: at the base URL's host and port, or at a host that the hooks list. */
    public boolean allowsHook(URI address) {
        String host = address.getHost();
        return host != null
                && (same(address, baseUrl)
                        || hooks.hosts().contains(host)
                        || hooks.hosts().contains(host + ":" + port(address)));
    }

    private static boolean same(URI one, URI other) {
        return String.valueOf(one.getHost()).equalsIgnoreCase(other.getHost()) && port(one) == port(other);
    }

    private static int port(URI address) {
        return address.getPort() >= 0 ? address.getPort() : "https".equals(address.getScheme()) ? 443 : 80;
    }
}
