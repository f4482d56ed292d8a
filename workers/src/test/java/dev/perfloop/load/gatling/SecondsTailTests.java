package dev.perfloop.load.gatling;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecondsTailTests {
    @TempDir
    Path dir;

    private Path file;
    private SecondsTail tail;

    @BeforeEach
    void follow() {
        file = dir.resolve("seconds.ndjson");
        tail = new SecondsTail(file, new ObjectMapper());
    }

    @Test
    void fileThatIsNotThereYetHasNothing() throws IOException {
        assertThat(tail.more()).isEmpty();
    }

    @Test
    void eachLineIsReadOnce() throws IOException {
        write(line(1, "list") + "\n");
        assertThat(tail.more()).extracting(RecordedSecond::second).containsExactly(Instant.ofEpochSecond(1));
        assertThat(tail.more()).isEmpty();
        write(line(2, "list") + "\n" + line(2, "größe") + "\n");
        assertThat(tail.more()).extracting(RecordedSecond::request).containsExactly("list", "größe");
    }

    @Test
    void unfinishedLineWaitsForItsEnd() throws IOException {
        String second = line(2, "größe");
        write(line(1, "list") + "\n" + second.substring(0, 20));
        assertThat(tail.more()).hasSize(1);
        write(second.substring(20) + "\n");
        assertThat(tail.more()).extracting(RecordedSecond::request).containsExactly("größe");
    }

    private static String line(long second, String request) {
        return "{\"second\":%d,\"request\":\"%s\",\"count\":1,\"errors\":0,\"histogram\":\"AAAA\"}"
                .formatted(second, request);
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text, CREATE, APPEND);
    }
}
