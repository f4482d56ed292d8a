package dev.perfloop.load.gatling;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Follows {@code seconds.ndjson} while it grows; an unfinished last line waits for the next look. */
final class SecondsTail {
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Line(long second, String request, int count, int errors, byte[] histogram) {
        RecordedSecond recorded() {
            return new RecordedSecond(Instant.ofEpochSecond(second), request, count, errors, histogram);
        }
    }

    private final Path file;
    private final ObjectMapper json;
    private long read;

    SecondsTail(Path file, ObjectMapper json) {
        this.file = file;
        this.json = json;
    }

    /** What was added since the last look. */
    List<RecordedSecond> more() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        byte[] added;
        try (var access = new RandomAccessFile(file.toFile(), "r")) {
            added = new byte[Math.toIntExact(access.length() - read)];
            access.seek(read);
            access.readFully(added);
        }
        String text = new String(added, StandardCharsets.UTF_8);
        String complete = text.substring(0, text.lastIndexOf('\n') + 1);
        read += complete.getBytes(StandardCharsets.UTF_8).length;
        var seconds = new ArrayList<RecordedSecond>();
        for (String line : complete.lines().toList()) {
            seconds.add(json.readValue(line, Line.class).recorded());
        }
        return seconds;
    }
}
