package dev.perfloop.loadtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/** The launcher in a JVM of its own, started as a worker starts it. */
final class Child implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    final Path outDir;
    private final Process process;

    private Child(Path outDir, Process process) {
        this.outDir = outDir;
        this.process = process;
    }

    static Child start(Path dir, String spec) throws IOException {
        Path file = Files.writeString(dir.resolve("spec.json"), spec);
        Path outDir = dir.resolve("out");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Launcher.class.getName(),
                        file.toString(),
                        outDir.toString())
                .redirectError(dir.resolve("stderr").toFile())
                .start();
        return new Child(outDir, process);
    }

    BufferedReader lines() {
        return process.inputReader();
    }

    List<JsonNode> allLines() throws IOException {
        return lines().lines().map(Child::json).toList();
    }

    void closeStdin() throws IOException {
        process.getOutputStream().close();
    }

    int exitWithin(long seconds) throws InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new AssertionError("the child is still running after " + seconds + " s");
        }
        return process.exitValue();
    }

    String stderrQuietly() {
        try {
            return stderr();
        } catch (IOException e) {
            return e.toString();
        }
    }

    String stderr() throws IOException {
        return Files.readString(outDir.resolveSibling("stderr"));
    }

    JsonNode result() throws IOException {
        return JSON.readTree(outDir.resolve("result.json").toFile());
    }

    /** All seconds of a request added up; also checks that each line's count is its histogram's. */
    private Map<String, Histogram> histograms() throws IOException, DataFormatException {
        var all = new HashMap<String, Histogram>();
        for (String line : Files.readAllLines(outDir.resolve("seconds.ndjson"))) {
            JsonNode second = json(line);
            Histogram histogram = Histogram.decodeFromCompressedByteBuffer(
                    ByteBuffer.wrap(
                            Base64.getDecoder().decode(second.get("histogram").asText())),
                    0);
            if (histogram.getTotalCount() != second.get("count").asLong()) {
                throw new AssertionError("count and histogram differ: " + line);
            }
            all.computeIfAbsent(second.get("request").asText(), r -> new Histogram(3))
                    .add(histogram);
        }
        return all;
    }

    Histogram histogram(String request) throws IOException, DataFormatException {
        return Objects.requireNonNull(histograms().get(request), "no second of " + request);
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + line, e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
