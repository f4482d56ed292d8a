package dev.perfloop.target;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A service on PostgreSQL, as its owner describes it.
 *
 * @param metrics where its Prometheus metrics are, if it has any
 * @param jmx     its JMX connector, if it has one
 */
public record Target(
        String name,
        URI baseUrl,
        LoadScenario load,
        Objectives objectives,
        DatabaseAccess database,
        @Nullable URI metrics,
        @Nullable JmxAccess jmx,
        Guards guards) {}
