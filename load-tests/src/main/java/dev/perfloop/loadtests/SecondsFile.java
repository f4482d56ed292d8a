package dev.perfloop.loadtests;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.Deflater;
import org.HdrHistogram.Histogram;

/** {@code seconds.ndjson}: one line per second and request, complete lines only, readable while the test runs. */
final class SecondsFile implements AutoCloseable {
    record Line(long second, String request, long count, long errors, String histogram) {}

    private final ObjectMapper json;
    private final BufferedWriter out;

    SecondsFile(Path file, ObjectMapper json) throws IOException {
        this.json = json;
        out = Files.newBufferedWriter(file);
    }

    void write(long second, String request, long errors, Histogram micros) throws IOException {
        out.write(json.writeValueAsString(new Line(second, request, micros.getTotalCount(), errors, encode(micros))));
        out.write('\n');
    }

    /** Makes what was written visible to readers. */
    void flush() throws IOException {
        out.flush();
    }

    static String encode(Histogram histogram) {
        ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(buffer, Deflater.BEST_SPEED);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
