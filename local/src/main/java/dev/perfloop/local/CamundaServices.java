package dev.perfloop.local;

import dev.perfloop.local.child.JvmCommand;
import dev.perfloop.local.child.JvmService;
import dev.perfloop.local.child.Priority;
import dev.perfloop.local.child.Probe;
import dev.perfloop.local.child.Service;
import dev.perfloop.local.dist.Distribution;
import dev.perfloop.local.guard.SearchNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Broker, Operate and its search node, each in a JVM of its own: the broker is ready long before the search node is,
 * and survives it.
 */
record CamundaServices(Home home, Distribution dist, Ports ports) {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** The smallest collector: these heaps are small and the machine may have two cores. */
    private static final String SERIAL = "-XX:+UseSerialGC";

    private static final String LOOPBACK = "127.0.0.1";

    JvmService broker(boolean withExporter) throws IOException {
        ports.release(Port.GRPC, Port.BROKER_COMMAND, Port.BROKER_INTERNAL, Port.BROKER_HTTP, Port.BROKER_MANAGEMENT);
        Map<String, String> env = new HashMap<>(Map.of(
                "ZEEBE_BROKER_NETWORK_HOST",
                LOOPBACK,
                "ZEEBE_BROKER_GATEWAY_NETWORK_HOST",
                LOOPBACK,
                "ZEEBE_BROKER_GATEWAY_NETWORK_PORT",
                port(Port.GRPC),
                "ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT",
                port(Port.BROKER_COMMAND),
                "ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT",
                port(Port.BROKER_INTERNAL),
                "ZEEBE_BROKER_DATA_DIRECTORY",
                home.broker().toString(),
                "ZEEBE_BROKER_DATA_LOGSEGMENTSIZE",
                "16MB",
                "ZEEBE_BROKER_THREADS_CPUTHREADCOUNT",
                "1",
                "ZEEBE_BROKER_THREADS_IOTHREADCOUNT",
                "1"));
        env.putAll(web(Port.BROKER_HTTP, Port.BROKER_MANAGEMENT));
        if (withExporter) {
            String exporter = "ZEEBE_BROKER_EXPORTERS_OPENSEARCH_";
            env.put(exporter + "CLASSNAME", "io.camunda.zeebe.exporter.opensearch.OpensearchExporter");
            env.put(exporter + "ARGS_URL", searchUrl());
            env.put(exporter + "ARGS_BULK_SIZE", "1");
            env.put(exporter + "ARGS_INDEX_NUMBEROFREPLICAS", "0");
        }
        return jvm(
                "Camunda broker",
                "broker",
                camunda("broker", "io.camunda.application.StandaloneBroker", List.of("-Xmx320m", SERIAL)),
                env,
                "http://127.0.0.1:" + port(Port.BROKER_MANAGEMENT) + "/actuator/health/readiness");
    }

    Service operate() throws IOException {
        ports.release(Port.OPERATE, Port.OPERATE_MANAGEMENT, Port.OPERATE_CLUSTER);
        Map<String, String> env = new HashMap<>(Map.of(
                "SPRING_PROFILES_ACTIVE",
                "operate,standalone,auth",
                "CAMUNDA_OPERATE_DATABASE",
                "opensearch",
                "CAMUNDA_OPERATE_OPENSEARCH_URL",
                searchUrl(),
                "CAMUNDA_OPERATE_OPENSEARCH_NUMBEROFREPLICAS",
                "0",
                "CAMUNDA_OPERATE_ZEEBEOPENSEARCH_URL",
                searchUrl(),
                "CAMUNDA_OPERATE_ZEEBE_GATEWAYADDRESS",
                LOOPBACK + ":" + port(Port.GRPC),
                "ZEEBE_GATEWAY_CLUSTER_HOST",
                LOOPBACK,
                "ZEEBE_GATEWAY_CLUSTER_PORT",
                port(Port.OPERATE_CLUSTER)));
        env.putAll(web(Port.OPERATE, Port.OPERATE_MANAGEMENT));
        // Seldom busy: the quick compiler alone starts faster and is smaller.
        List<String> options = List.of("-Xmx320m", SERIAL, "-XX:TieredStopAtLevel=1");
        return jvm(
                "Operate",
                "operate",
                camunda("operate", "io.camunda.application.StandaloneOperate", options),
                env,
                "http://127.0.0.1:" + port(Port.OPERATE) + "/operate");
    }

    Service search() throws IOException {
        ports.release(Port.SEARCH, Port.SEARCH_TRANSPORT);
        JvmCommand command = new JvmCommand(
                dist.guard(),
                JvmCommand.jarsIn(dist.search().orElseThrow()),
                List.of("-Xmx256m", SERIAL, "-XX:TieredStopAtLevel=1"),
                Optional.of(archive("search")),
                SearchNode.class.getName(),
                List.of(home.search().toString(), port(Port.SEARCH), port(Port.SEARCH_TRANSPORT)),
                Priority.NORMAL);
        String health = searchUrl() + "/_cluster/health?wait_for_status=yellow&timeout=1s";
        return jvm("OpenSearch", "search", command, Map.of(), health);
    }

    private JvmCommand camunda(String name, String mainClass, List<String> more) throws IOException {
        Path config = dist.camunda().resolve("config");
        List<String> options = new ArrayList<>(List.of(
                "-Dspring.config.additional-location=file:" + config + "/",
                "-Dlog4j2.configurationFile=classpath:perfloop-log4j2.xml",
                "-Dperfloop.log=" + home.logs().resolve(name + ".log"),
                "-Dapp.home=" + home.data()));
        options.addAll(more);
        return new JvmCommand(
                dist.guard(),
                JvmCommand.jarsIn(dist.camunda().resolve("lib")),
                options,
                Optional.of(archive(name)),
                mainClass,
                List.of(),
                Priority.NORMAL);
    }

    private JvmService jvm(String title, String name, JvmCommand command, Map<String, String> env, String probe) {
        Path out = home.logs().resolve(name + ".out");
        return new JvmService(title, command, env, out, Probe.http(URI.create(probe)), PATIENCE);
    }

    private Map<String, String> web(Port http, Port management) {
        return Map.of(
                "SERVER_ADDRESS",
                LOOPBACK,
                "SERVER_PORT",
                port(http),
                "MANAGEMENT_SERVER_ADDRESS",
                LOOPBACK,
                "MANAGEMENT_SERVER_PORT",
                port(management));
    }

    private Path archive(String name) {
        return home.archives().resolve(name + ".jsa");
    }

    private String searchUrl() {
        return "http://127.0.0.1:" + port(Port.SEARCH);
    }

    private String port(Port port) {
        return String.valueOf(ports.of(port));
    }
}
