package dev.perfloop.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTests {
    @TempDir
    private Path dir;

    @Test
    void aTakenPortIsReplacedAndSaid() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            remember(Port.UI, taken.getLocalPort());
            Notes notes = new Notes();
            try (Ports ports = choose(notes)) {
                assertThat(ports.of(Port.UI)).isNotEqualTo(taken.getLocalPort());
                assertThat(notes.said())
                        .contains("Perfloop: port %d is taken, using %d instead"
                                .formatted(taken.getLocalPort(), ports.of(Port.UI)));
            }
        }
    }

    @Test
    void thePortOfLastTimeIsUsedAgain() throws IOException {
        int last = freePort();
        remember(Port.UI, last);
        try (Ports ports = choose(StackListener.SILENT)) {
            assertThat(ports.of(Port.UI)).isEqualTo(last);
        }
        assertThat(Ports.written(file())).containsEntry(Port.UI, last);
    }

    @Test
    void everyDoorHasItsOwnPort() throws IOException {
        try (Ports ports = choose(StackListener.SILENT)) {
            assertThat(Port.values()).extracting(ports::of).doesNotHaveDuplicates();
        }
    }

    @Test
    void chosenPortsAreHeldUntilReleased() throws IOException {
        int last = freePort();
        remember(Port.UI, last);
        try (Ports ports = choose(StackListener.SILENT)) {
            try (Ports beside = choose(StackListener.SILENT)) {
                assertThat(beside.of(Port.UI)).isNotEqualTo(last);
            }
            ports.release(Port.UI);
            try (ServerSocket owner = new ServerSocket(last, 1, InetAddress.getLoopbackAddress())) {
                assertThat(owner.isBound()).isTrue();
            }
        }
    }

    @Test
    void aTornFileIsForgotten() throws IOException {
        Files.writeString(file(), "{\"UI\": 80");
        try (Ports ports = choose(StackListener.SILENT)) {
            assertThat(ports.of(Port.UI)).isPositive();
        }
    }

    private Ports choose(StackListener listener) throws IOException {
        return Ports.choose(file(), Duration.ZERO, listener);
    }

    private void remember(Port port, int number) throws IOException {
        Files.writeString(file(), "{\"%s\": %d}".formatted(port, number));
    }

    private Path file() {
        return dir.resolve("ports.json");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
