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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One port for each door: the one of last time, else the usual one, else any free one. Written down, so that bookmarks
 * and a running demo shop survive a restart.
 */
public final class Ports {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PROBE_MILLIS = 200;

    private final Map<Port, Integer> chosen;

    private Ports(Map<Port, Integer> chosen) {
        this.chosen = chosen;
    }

    public int of(Port port) {
        return Optional.ofNullable(chosen.get(port)).orElseThrow();
    }

    /** @param leaving how long ports of last time may take to come free, should their owners be ending just now */
    static Ports choose(Path file, Duration leaving, StackListener listener) throws IOException {
        Map<Port, Integer> before = written(file);
        waitFor(before, leaving);
        Map<Port, Integer> chosen = new EnumMap<>(Port.class);
        Set<Integer> used = new HashSet<>();
        for (Port port : Port.values()) {
            int last = before.getOrDefault(port, port.usual());
            int number = List.of(last, port.usual()).stream()
                    .filter(candidate -> !used.contains(candidate) && isFree(candidate))
                    .findFirst()
                    .orElseGet(() -> anyFree(used));
            used.add(number);
            chosen.put(port, number);
            if (number != last) {
                listener.note("%s: port %d is taken, using %d instead".formatted(port.title(), last, number));
            }
        }
        write(file, chosen);
        return new Ports(chosen);
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

    /** Both ways: a listener on all addresses does not keep everybody from binding loopback beside it. */
    static boolean isFree(int port) {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(loopback, port), PROBE_MILLIS);
            return false;
        } catch (IOException e) {
            // nobody answers
        }
        try (ServerSocket socket = new ServerSocket(port, 1, loopback)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static int anyFree(Set<Integer> used) {
        while (true) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                if (!used.contains(socket.getLocalPort())) {
                    return socket.getLocalPort();
                }
            } catch (IOException e) {
                throw new StackTrouble("No free port on this machine", "Close some programs and start again", e);
            }
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
