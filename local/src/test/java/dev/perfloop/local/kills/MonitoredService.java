package dev.perfloop.local.kills;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A service that tells metrics, is in trouble when told so, and remembers what it told each second as a Prometheus server that scrapes
 * it would; and the receiver of its alerts. It outlives whatever is killed.
 */
final class MonitoredService implements AutoCloseable {
    private static final String REQUESTS =
            "http_server_requests_seconds_count{method=\"GET\",outcome=\"SUCCESS\",status=\"200\",uri=\"/list\"}";

    private static final Pattern RANGE = Pattern.compile("\\[(\\d+)ms]");
    private static final Pattern LINE = Pattern.compile("(\\w+)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    private final HttpServer server;
    private final Instant begun = Instant.now();
    private final NavigableMap<Instant, String> told = new ConcurrentSkipListMap<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService scraper = Executors.newSingleThreadScheduledExecutor();
    private volatile int waiting;

    MonitoredService(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/list", exchange -> answer(exchange, "[]"));
        server.createContext("/metrics", exchange -> answer(exchange, metrics(Instant.now())));
        server.createContext("/api/v1/query", exchange -> answer(exchange, history(exchange)));
        server.createContext("/hook", exchange -> {
            heard.add(exchange.getRequestHeaders().getFirst("Perfloop-Delivery"));
            answer(exchange, "");
        });
        server.start();
        scraper.scheduleAtFixedRate(
                () -> {
                    Instant now = Instant.now();
                    told.put(now, metrics(now));
                },
                0,
                1,
                TimeUnit.SECONDS);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Threads that wait for a connection, from now on. */
    void wait(int threads) {
        waiting = threads;
    }

    /** What it says it has answered until then; never the same number a second, so that a guessed one is seen. */
    double answered(Instant at) {
        double seconds = Duration.between(begun, at).toMillis() / 1000.0;
        return Math.floor(20 * seconds + 30 * Math.sin(seconds / 5));
    }

    /** Ids of deliveries, as often as they came. */
    List<String> heard() {
        return heard;
    }

    private String metrics(Instant at) {
        return """
                process_start_time_seconds 1.0E9
                process_cpu_usage 0.25
                hikaricp_connections_active{pool="p"} 4
                hikaricp_connections_pending{pool="p"} %d
                hikaricp_connections_max{pool="p"} 10
                %s %s
                %s %s
                """.formatted(waiting, REQUESTS, answered(at), REQUESTS.replace("_count", "_sum"), answered(at) / 100);
    }

    private String history(HttpExchange exchange) {
        String asked = URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8);
        Matcher range = RANGE.matcher(asked);
        Matcher time = Pattern.compile("time=([^&]+)").matcher(asked);
        if (!range.find() || !time.find()) {
            return "{\"status\":\"error\",\"error\":\"what?\"}";
        }
        Instant until = Instant.ofEpochMilli((long) (Double.parseDouble(time.group(1)) * 1000));
        Map<String, List<String>> series = new LinkedHashMap<>();
        told.subMap(until.minusMillis(Long.parseLong(range.group(1))), false, until, true)
                .forEach((at, lines) -> lines.lines().forEach(line -> {
                    Matcher parts = LINE.matcher(line);
                    if (parts.matches()) {
                        series.computeIfAbsent(metric(parts.group(1), parts.group(2)), none -> new ArrayList<>())
                                .add("[%s,\"%s\"]".formatted(at.toEpochMilli() / 1000.0, parts.group(3)));
                    }
                }));
        List<String> results = new ArrayList<>();
        series.forEach((metric, values) ->
                results.add("{\"metric\":%s,\"values\":[%s]}".formatted(metric, String.join(",", values))));
        return "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[%s]}}"
                .formatted(String.join(",", results));
    }

    private static String metric(String name, String labels) {
        var json = new StringBuilder("{\"__name__\":\"" + name + "\",\"job\":\"m\",\"instance\":\"i\"");
        Matcher label = LABEL.matcher(labels == null ? "" : labels);
        while (label.find()) {
            json.append(",\"%s\":\"%s\"".formatted(label.group(1), label.group(2)));
        }
        return json.append('}').toString();
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        try (exchange) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        scraper.shutdownNow();
        server.stop(0);
    }
}
