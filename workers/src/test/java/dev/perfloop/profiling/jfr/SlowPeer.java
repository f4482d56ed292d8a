package dev.perfloop.profiling.jfr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Answers each call with one byte, after 60 ms. */
public final class SlowPeer implements AutoCloseable {
    private final ServerSocket door;

    public SlowPeer() {
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        Thread.ofVirtual().start(this::accept);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var call = door.accept();
                Thread.ofVirtual().start(() -> answer(call));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void answer(Socket call) {
        try (call) {
            int asked = call.getInputStream().read();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(60));
            call.getOutputStream().write(asked);
        } catch (IOException gone) {
            // Whoever asked does not want to know any more.
        }
    }

    public String port() {
        return String.valueOf(door.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
