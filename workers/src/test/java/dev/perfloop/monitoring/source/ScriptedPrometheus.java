package dev.perfloop.monitoring.source;

import com.sun.net.httpserver.HttpServer;
import dev.perfloop.target.MetricsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers queries with bodies as Prometheus 2.42 and later writes them. */
final class ScriptedPrometheus implements AutoCloseable {
    record Answer(int status, String body) {}

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile Answer answer = new Answer(200, matrix(""));
    private volatile int tooMuchAboveMs = Integer.MAX_VALUE;
    private volatile Answer tooMuch = answer;

    ScriptedPrometheus() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/query", exchange -> {
            String query = URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8);
            asked.add(query);
            var said = milliseconds(query) > tooMuchAboveMs ? tooMuch : answer;
            byte[] bytes = said.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(said.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    MetricsServer address() {
        return new MetricsServer(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "job=\"shop\"");
    }

    void says(int status, String body) {
        answer = new Answer(status, body);
    }

    /** Ranges above that length are answered like this. */
    void refusesAbove(int milliseconds, int status, String body) {
        tooMuch = new Answer(status, body);
        tooMuchAboveMs = milliseconds;
    }

    /** Queries with their time, as they came. */
    List<String> asked() {
        return asked;
    }

    static int milliseconds(String query) {
        return Integer.parseInt(query.replaceFirst("(?s).*\\[(\\d+)ms]$", "$1"));
    }

    static String matrix(String series) {
        return "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[" + series + "]}}";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
