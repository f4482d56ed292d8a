package dev.perfloop.local.guard;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;

/**
 * An OpenSearch node for Operate: arguments are data directory, HTTP port, transport port. The runner is called by
 * reflection because its class path (Lucene, its own Jackson and log4j) must stay out of ours. Its own main class would
 * refuse ports above 9299 and end without a word when a start fails.
 */
public final class SearchNode {
    private static final String RUNNER = "org.codelibs.opensearch.runner.OpenSearchRunner";

    private SearchNode() {}

    public static void main(String[] args) throws Exception {
        Class<?> type = Class.forName(RUNNER);
        Object runner = type.getConstructor().newInstance();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(runner)));
        type.getMethod("setMaxHttpPort", int.class).invoke(runner, -1); // any port will do
        onBuild(
                runner,
                Map.of(
                        "network.host", "127.0.0.1",
                        "http.port", args[1],
                        "transport.port", args[2],
                        "discovery.type", "single-node",
                        "node.processors", "1",
                        // A nearly full disk must not turn Operate's indices read-only behind the user's back.
                        "cluster.routing.allocation.disk.threshold_enabled", "false"));
        type.getMethod("build", String[].class).invoke(runner, (Object)
                new String[] {"-basePath", args[0], "-numOfNode", "1", "-clusterName", "perfloop", "-printOnFailure"});
        Thread.currentThread().join();
    }

    private static void onBuild(Object runner, Map<String, String> settings) throws ReflectiveOperationException {
        Class<?> builder = Class.forName(RUNNER + "$Builder");
        Object hook =
                Proxy.newProxyInstance(builder.getClassLoader(), new Class<?>[] {builder}, (proxy, method, args) -> {
                    Method put = args[1].getClass().getMethod("put", String.class, String.class);
                    for (Map.Entry<String, String> setting : settings.entrySet()) {
                        put.invoke(args[1], setting.getKey(), setting.getValue());
                    }
                    return null;
                });
        runner.getClass().getMethod("onBuild", builder).invoke(runner, hook);
    }

    private static void close(Object runner) {
        try {
            runner.getClass().getMethod("close").invoke(runner);
        } catch (ReflectiveOperationException e) {
            System.err.println("The search node did not close in order: " + e);
        }
    }
}
