package dev.perfloop.target;

import java.net.URI;

/**
 * A Prometheus server that keeps a service's metrics.
 *
 * @param selector the labels that tell one instance of the service from all else on that server, as {@code
 *     job="shop",instance="shop:8081"}
 */
public record MetricsServer(URI url, String selector) {}
