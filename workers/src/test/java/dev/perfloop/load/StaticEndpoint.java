package dev.perfloop.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * An HTTP server that costs next to nothing: one thread, one answer made beforehand. {@code /} is answered at once;
 * anything else after a drawn time: 5 to 20 ms for nine of ten, 20 to 100 ms for the tenth, evenly spread.
 *
 * <p>Argument: microseconds of processor time that each answer takes besides. Prints its port; ends with its standard input.
 */
public final class StaticEndpoint {
    static final int BODY = 200;
    private static final ByteBuffer ANSWER = ByteBuffer.wrap(
            ("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: " + BODY + "\r\n\r\n" + "x".repeat(BODY))
                    .getBytes(StandardCharsets.US_ASCII));
    private static final int LONGEST_REQUEST = 16_384;

    private record Owed(long dueNanos, SocketChannel to) {}

    private final long workNanos;
    private final RandomGenerator random;
    private final Selector selector;
    private final ByteBuffer in = ByteBuffer.allocateDirect(LONGEST_REQUEST);
    private final ByteBuffer out = ByteBuffer.allocateDirect(ANSWER.capacity()).put(ANSWER.duplicate());
    private final PriorityQueue<Owed> owed = new PriorityQueue<>(Comparator.comparingLong(Owed::dueNanos));

    private StaticEndpoint(long workNanos, RandomGenerator random, Selector selector) {
        this.workNanos = workNanos;
        this.random = random;
        this.selector = selector;
    }

    public static void main(String[] args) throws IOException {
        ServerSocketChannel door = ServerSocketChannel.open();
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4096);
        door.configureBlocking(false);
        var endpoint = new StaticEndpoint(Long.parseLong(args[0]) * 1_000, new SplittableRandom(7), Selector.open());
        door.register(endpoint.selector, SelectionKey.OP_ACCEPT);
        Thread.ofPlatform().daemon(true).start(endpoint::serve);
        System.out.println(((InetSocketAddress) door.getLocalAddress()).getPort());
        while (System.in.read() >= 0) {
            // Only the end matters.
        }
    }

    private void serve() {
        while (true) {
            try {
                long wait = owed.isEmpty() ? 0 : (owed.peek().dueNanos - System.nanoTime()) / 1_000_000 + 1;
                selector.select(this::ready, Math.max(wait, owed.isEmpty() ? 0 : 1));
                while (!owed.isEmpty() && owed.peek().dueNanos <= System.nanoTime()) {
                    answer(owed.remove().to);
                }
            } catch (IOException | RuntimeException e) {
                System.err.println(e);
            }
        }
    }

    private void ready(SelectionKey key) {
        if (key.channel() instanceof ServerSocketChannel door) {
            accept(door);
        } else if (key.channel() instanceof SocketChannel caller) {
            try {
                read(caller);
            } catch (IOException gone) {
                close(caller);
            }
        }
    }

    /** Without a free file descriptor they wait, as they do elsewhere. */
    private void accept(ServerSocketChannel door) {
        try {
            SocketChannel caller = door.accept();
            caller.configureBlocking(false);
            caller.setOption(StandardSocketOptions.TCP_NODELAY, true);
            caller.register(selector, SelectionKey.OP_READ);
        } catch (IOException full) {
            Thread.onSpinWait();
        }
    }

    private static void close(SocketChannel caller) {
        try {
            caller.close();
        } catch (IOException gone) {
            System.err.println(gone);
        }
    }

    private void read(SocketChannel caller) throws IOException {
        in.clear();
        int length = caller.read(in);
        if (length < 0) {
            caller.close();
        }
        for (int i = 3; i < length; i++) {
            if (in.get(i) == '\n' && in.get(i - 2) == '\n') {
                work();
                // GET / HTTP/1.1
                if (in.get(5) == ' ') {
                    answer(caller);
                } else {
                    owed.add(new Owed(System.nanoTime() + drawn(random.nextDouble()), caller));
                }
            }
        }
    }

    private void work() {
        long until = workNanos == 0 ? 0 : System.nanoTime() + workNanos;
        while (until != 0 && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    private void answer(SocketChannel caller) throws IOException {
        out.rewind();
        while (out.hasRemaining() && caller.isOpen()) {
            caller.write(out);
        }
    }

    private static long drawn(double share) {
        double millis = share < 0.9 ? 5 + 15 * share / 0.9 : 20 + 80 * (share - 0.9) / 0.1;
        return Math.round(millis * 1e6);
    }
}
