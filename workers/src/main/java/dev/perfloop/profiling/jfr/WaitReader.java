package dev.perfloop.profiling.jfr;

import dev.perfloop.profiling.JvmFacts.Owner;
import dev.perfloop.profiling.JvmFacts.WaitKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** Reads off an event, and the stack it happened on, what a thread waited for. */
final class WaitReader {
    /** @param on see {@link dev.perfloop.profiling.JvmFacts.Wait} */
    record Seen(WaitKind kind, String on) {}

    private static final List<String> POOLS = List.of(
            "com.zaxxer.hikari.",
            "org.apache.commons.dbcp2.",
            "org.apache.tomcat.jdbc.pool.",
            "io.agroal.pool.",
            "com.mchange.v2.",
            "oracle.ucp.",
            "org.vibur.dbcp.");

    /** Who sends requests, by the packages of its classes; a reader knows it by the name. */
    private static final Map<String, String> CLIENTS = Map.ofEntries(
            Map.entry("jdk.internal.net.http.", "HTTP client of the JDK"),
            Map.entry("sun.net.www.protocol.http", "HttpURLConnection"),
            Map.entry("org.springframework.web.client.", "Spring's REST client"),
            Map.entry("org.springframework.http.client.", "Spring's REST client"),
            Map.entry("org.springframework.web.reactive.function.client.", "Spring's web client"),
            Map.entry("org.apache.hc.", "Apache HTTP client"),
            Map.entry("org.apache.http.", "Apache HTTP client"),
            Map.entry("okhttp3.", "OkHttp"),
            Map.entry("feign.", "Feign"),
            Map.entry("retrofit2.", "Retrofit"),
            Map.entry("io.grpc.", "gRPC"),
            Map.entry("reactor.netty.", "Reactor Netty"),
            Map.entry("org.eclipse.jetty.client.", "Jetty client"),
            Map.entry("io.lettuce.", "Redis (Lettuce)"),
            Map.entry("redis.clients.", "Redis (Jedis)"),
            Map.entry("org.redisson.", "Redis (Redisson)"),
            Map.entry("org.apache.kafka.", "Kafka"),
            Map.entry("com.mongodb.", "MongoDB"));

    private static final List<String> SERVERS = List.of(
            "org.apache.coyote.",
            "org.apache.catalina.",
            "org.apache.tomcat.",
            "io.undertow.",
            "org.eclipse.jetty.server.",
            "org.eclipse.jetty.io.",
            "com.sun.net.httpserver.",
            "sun.net.httpserver.");

    private static final Set<String> FILES = Set.of("jdk.FileRead", "jdk.FileWrite", "jdk.FileForce");

    private final Set<String> databases;

    /** @param databases host:port of the service's own database; a port alone tells it from others as well */
    WaitReader(Set<String> databases) {
        this.databases = databases;
    }

    @Nullable Seen read(RecordedEvent event, Stack stack) {
        String type = event.getEventType().getName();
        return switch (type) {
            case "jdk.JavaMonitorEnter" ->
                stack.own() == null && stack.leaf().owner() == Owner.JDK
                        ? null
                        : new Seen(WaitKind.MONITOR, name(event.getClass("monitorClass")));
            case "jdk.ThreadSleep" -> stack.own() == null ? null : new Seen(WaitKind.PAUSE, "sleep");
            case "jdk.ThreadPark" -> parked(event, stack);
            case "jdk.SocketRead", "jdk.SocketWrite" -> socket(event, stack);
            default -> FILES.contains(type) && stack.own() != null ? new Seen(WaitKind.FILE, file(event)) : null;
        };
    }

    private static @Nullable Seen parked(RecordedEvent event, Stack stack) {
        var below = stack.below();
        if (below.stream().anyMatch(frame -> frame.owner() == Owner.DRIVER)) {
            return stack.own() == null ? null : new Seen(WaitKind.DATABASE, "the database");
        }
        var pool = below.stream()
                .filter(frame -> Codebase.startsWith(frame.type(), POOLS))
                .findFirst();
        if (pool.isPresent()) {
            return stack.background()
                    ? null
                    : new Seen(WaitKind.CONNECTION, pool.get().library());
        }
        if (stack.own() == null) {
            return null;
        }
        String client = client(below);
        if (!client.isEmpty()) {
            return new Seen(WaitKind.DOWNSTREAM, client);
        }
        var parked = event.getClass("parkedClass");
        if (parked == null) {
            return new Seen(WaitKind.PAUSE, "park");
        }
        String name = name(parked);
        boolean lock = name.contains("ReentrantLock")
                || name.contains("ReadWriteLock")
                || name.contains("Semaphore")
                || name.contains("StampedLock");
        return lock
                ? new Seen(WaitKind.LOCK, name.replaceAll("\\.(NonfairSync|FairSync|Sync)$", ""))
                : new Seen(WaitKind.TASK, name);
    }

    private @Nullable Seen socket(RecordedEvent event, Stack stack) {
        var below = stack.below();
        if (stack.own() == null || below.stream().anyMatch(frame -> Codebase.startsWith(frame.type(), SERVERS))) {
            return null;
        }
        int port = event.getInt("port");
        String host = event.getString("host") == null ? "" : event.getString("host");
        String peer = (host.isBlank() ? event.getString("address") : host) + ":" + port;
        boolean database = below.stream().anyMatch(frame -> frame.owner() == Owner.DRIVER)
                || databases.contains(peer)
                || databases.contains(":" + port);
        return new Seen(database ? WaitKind.DATABASE : WaitKind.DOWNSTREAM, peer);
    }

    /** The client nearest to the own code that is no mere facade. */
    private static String client(List<Frame> below) {
        String facade = "";
        for (var frame : below) {
            for (var client : CLIENTS.entrySet()) {
                if (frame.type().startsWith(client.getKey())) {
                    facade = facade.isEmpty() || facade.startsWith("Spring") ? client.getValue() : facade;
                }
            }
        }
        return facade;
    }

    private static String file(RecordedEvent event) {
        String path = event.hasField("path") ? event.getString("path") : null;
        return path == null ? "a file" : path;
    }

    static String name(@Nullable RecordedClass type) {
        return type == null ? "" : type.getName().replace('$', '.');
    }
}
