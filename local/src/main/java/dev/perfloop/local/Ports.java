package dev.perfloop.local;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One port for each door: the one of last time, else the usual one, else any free one. Written down, so that bookmarks
 * and a running demo shop survive a restart.
 */
public final class Ports implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PROBE_MILLIS = 200;
    private static final int ANY = 0;

    private final Map<Port, Integer> chosen;
    private final Map<Port, ServerSocket> held;

    private Ports(Map<Port, Integer> chosen, Map<Port, ServerSocket> held) {
        this.chosen = chosen;
        this.held = held;
    }

    /**
     * Lets go of ports whose owner is started next. Until then they are held, so that two stacks that start side by
     * side do not choose the same.
     */
    synchronized void release(Port... ports) throws IOException {
        for (Port port : ports) {
            ServerSocket socket = held.remove(port);
            if (socket != null) {
                socket.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        release(Port.values());
    }

    public int of(Port port) {
        return Optional.ofNullable(chosen.get(port)).orElseThrow();
    }

    /** @param leaving how long ports of last time may take to come free, should their owners be ending just now */
    static Ports choose(Path file, Duration leaving, StackListener listener) throws IOException {
        Map<Port, Integer> before = written(file);
        waitFor(before, leaving);
        Map<Port, Integer> chosen = new EnumMap<>(Port.class);
        Map<Port, ServerSocket> held = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            int last = before.getOrDefault(port, port.usual());
            ServerSocket socket = Stream.of(last, port.usual(), ANY)
                    .flatMap(candidate -> hold(candidate).stream())
                    .findFirst()
                    .orElseThrow(() ->
                            new StackTrouble("No free port on this machine", "Close some programs and start again"));
            held.put(port, socket);
            chosen.put(port, socket.getLocalPort());
            if (socket.getLocalPort() != last) {
                listener.note(
                        "%s: port %d is taken, using %d instead".formatted(port.title(), last, socket.getLocalPort()));
            }
        }
        write(file, chosen);
        return new Ports(chosen, held);
    }

    private static void waitFor(Map<Port, Integer> before, Duration leaving) {
        long end = System.nanoTime() + leaving.toNanos();
        try {
            while (System.nanoTime() < end && !before.values().stream().allMatch(Ports::isFree)) {
                Thread.sleep(PROBE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isFree(int port) {
        Optional<ServerSocket> socket = hold(port);
        try {
            if (socket.isPresent()) {
                socket.get().close();
            }
        } catch (IOException e) {
            return false;
        }
        return socket.isPresent();
    }

    /** Asks first: a listener on all addresses does not everywhere keep others from binding loopback beside it. */
    private static Optional<ServerSocket> hold(int port) {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        if (port != ANY) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(loopback, port), PROBE_MILLIS);
                return Optional.empty();
            } catch (IOException e) {
                // nobody answers
            }
        }
        try {
            return Optional.of(new ServerSocket(port, 1, loopback));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Map<Port, Integer> written(Path file) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            return JSON.readValue(file.toFile(), new TypeReference<EnumMap<Port, Integer>>() {});
        } catch (IOException e) {
            return Map.of(); // cut off while it was written: choose again
        }
    }

    private static void write(Path file, Map<Port, Integer> chosen) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), chosen);
    }
}
