package dev.perfloop.load;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * An independent recorder of latencies: plain blocking sockets, a virtual thread for each request, raw nanoseconds, percentiles
 * by sorting. It has no line in common with the load generator and probes at a low constant rate beside it, from when a request
 * is handed to the kernel until the last byte of its answer is read.
 */
final class Prober implements AutoCloseable {
    private record Probe(long endMillis, long nanos) {}

    private final int port;
    private final byte[] request;
    private final ConcurrentLinkedDeque<Socket> idle = new ConcurrentLinkedDeque<>();
    private final Queue<Probe> probes = new ConcurrentLinkedQueue<>();
    private final Thread pace;

    Prober(int port, String path, double perSecond) {
        this.port = port;
        request = ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        long gap = Math.round(1e9 / perSecond);
        pace = Thread.ofPlatform().daemon(true).start(() -> {
            long due = System.nanoTime();
            while (!Thread.currentThread().isInterrupted()) {
                due += gap;
                LockSupport.parkNanos(due - System.nanoTime());
                Thread.ofVirtual().start(this::probe);
            }
        });
    }

    private void probe() {
        Socket pooled = idle.pollFirst();
        try {
            Socket socket = pooled == null ? new Socket(InetAddress.getLoopbackAddress(), port) : pooled;
            socket.setTcpNoDelay(true);
            long start = System.nanoTime();
            socket.getOutputStream().write(request);
            readAnswer(socket.getInputStream());
            probes.add(new Probe(System.currentTimeMillis(), System.nanoTime() - start));
            idle.addFirst(socket);
        } catch (IOException e) {
            System.err.println("A probe failed: " + e);
        }
    }

    private static void readAnswer(InputStream in) throws IOException {
        int ends = 0;
        while (ends < 2) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the answer broke off");
            }
            ends = next == '\n' ? ends + 1 : next == '\r' ? ends : 0;
        }
        in.readNBytes(StaticEndpoint.BODY);
    }

    /** Milliseconds of those that ended between the two, in rising order. */
    double[] millis(Instant from, Instant to) {
        return probes.stream()
                .filter(probe -> probe.endMillis >= from.toEpochMilli() && probe.endMillis < to.toEpochMilli())
                .mapToDouble(probe -> probe.nanos / 1e6)
                .sorted()
                .toArray();
    }

    @Override
    public void close() throws IOException {
        pace.interrupt();
        for (Socket socket : idle) {
            socket.close();
        }
    }
}
