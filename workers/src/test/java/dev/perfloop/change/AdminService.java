package dev.perfloop.change;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A service with one property that its admin endpoint sets and tells, and with troubles that a test may give it. */
final class AdminService implements AutoCloseable {
    static final String POOL = "pool.size";

    /** What the next calls meet. */
    enum Mood {
        WELL,
        NOT_FOUND,
        BROKEN,
        /** Answers well and does nothing. */
        IDLE,
        /** Does it and never answers. */
        MUTE,
        /** Sets, but does not tell. */
        BLIND
    }

    final List<String> set = new CopyOnWriteArrayList<>();
    final List<String> authorizations = new CopyOnWriteArrayList<>();
    volatile String value = "10";
    volatile Mood mood = Mood.WELL;
    /** What was set holds once it is restarted only. */
    volatile boolean holdsAfterRestart;

    volatile int restarts;
    private volatile String written = "10";
    private final HttpServer server;

    AdminService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/admin/properties", this::answer);
        server.createContext("/admin/restart", this::restart);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** For a target's file. */
    String hooks(String more) {
        return """
                hooks:
                  hosts: ["localhost:%d"]
                  headers: { Authorization: "Bearer ${ADMIN_TOKEN:hush-hush}" }
                  poolProperty: pool.size
                  restart: { post: "%s/admin/restart" }
                  setProperty:
                    put: "%s/admin/properties/{name}"
                    body: '{"value": "{value}"}'
                    read: "%s/admin/properties/{name}"
                    pointer: /value
                    timeout: 1s
                    within: 1s
                """.formatted(server.getAddress().getPort(), url(), url(), url()) + more.indent(4);
    }

    private void answer(HttpExchange exchange) throws IOException {
        authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        boolean reads = exchange.getRequestMethod().equals("GET");
        var met = mood;
        switch (met) {
            case NOT_FOUND -> say(exchange, 404, "no such page");
            case BROKEN -> say(exchange, 500, "trouble");
            case BLIND -> {
                if (reads) {
                    say(exchange, 200, "{\"other\": 1}");
                } else {
                    take(exchange, met);
                }
            }
            case IDLE, WELL, MUTE -> {
                if (reads) {
                    say(exchange, 200, "{\"value\": " + value + "}");
                } else {
                    take(exchange, met);
                }
            }
        }
    }

    private void take(HttpExchange exchange, Mood met) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String wanted = body.replaceAll("\\D", "");
        if (met != Mood.IDLE) {
            written = wanted;
            if (!holdsAfterRestart) {
                value = wanted;
            }
        }
        set.add(wanted);
        if (met != Mood.MUTE) {
            say(exchange, 200, "");
        }
    }

    private void restart(HttpExchange exchange) throws IOException {
        restarts++;
        value = written;
        say(exchange, 202, "");
    }

    private static void say(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
