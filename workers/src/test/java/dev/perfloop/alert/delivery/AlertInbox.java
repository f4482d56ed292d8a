package dev.perfloop.alert.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;

/** A webhook's receiver that writes down when it was told of what, and is unwell now and then. */
public final class AlertInbox implements AutoCloseable {
    private static final int ACCEPTED = 202;
    private static final int UNWELL = 503;

    private final Map<String, List<Instant>> taken = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final InstantSource clock;
    private final int unwellEvery;
    private final HttpServer server;

    /** @param unwellEvery each so manieth request is answered with 503 */
    public AlertInbox(InstantSource clock, int unwellEvery) throws IOException {
        this.clock = clock;
        this.unwellEvery = unwellEvery;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** When each delivery was taken first; by the number that is the same for each attempt. */
    public List<Instant> first() {
        return taken.values().stream().map(List::getFirst).toList();
    }

    public long toldTwice() {
        return taken.values().stream().filter(times -> times.size() > 1).count();
    }

    public int asked() {
        return asked.get();
    }

    /** Looks into the outbox once, as is done every two seconds in life. */
    public static void deliver(ApplicationContext rooms) {
        rooms.getBean(Deliveries.class).deliver();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            if (asked.incrementAndGet() % unwellEvery == 0) {
                exchange.sendResponseHeaders(UNWELL, -1);
                return;
            }
            taken.computeIfAbsent(exchange.getRequestHeaders().getFirst(Receiver.DELIVERY), id -> new ArrayList<>())
                    .add(clock.instant());
            exchange.sendResponseHeaders(ACCEPTED, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
