package dev.perfloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunExportTests {
    /** What is no text in any encoding stays as it is. */
    private static final byte[] BYTES = {'P', 'K', 3, 4, (byte) 0xFF, (byte) 0x80};

    @TempDir
    Path folder;

    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/", exchange -> {
            boolean known = exchange.getRequestURI().getPath().equals("/api/runs/r-1/export/data.csv.zip");
            byte[] answer =
                    known ? BYTES : "{\"detail\": \"No.\", \"mend\": \"Ask.\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known ? 200 : 404, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anArchiveIsWrittenByteForByte() throws IOException {
        Path file = folder.resolve("new/run.zip");

        assertThat(export("r-1", "csv", file)).isZero();
        assertThat(Files.readAllBytes(file)).isEqualTo(BYTES);
    }

    @Test
    void aRefusalLeavesNoFile() {
        Path file = folder.resolve("run.html");

        assertThat(export("nobody", "html", file)).isEqualTo(2);
        assertThat(file).doesNotExist();
        assertThat(export("r-1", "docx", file)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"html, perfloop-r-1.html", "md, perfloop-r-1.md", "json, perfloop-r-1.json", "csv, perfloop-r-1-csv.zip"
    })
    void eachFormatHasItsFile(ExportFormat format, String file) {
        assertThat(format.fileOf("r-1")).isEqualTo(file);
        assertThat(format.fileOf("../r 1")).doesNotContain("/", " ");
    }

    private int export(String run, String format, Path file) {
        return Main.execute(
                "run",
                "export",
                "--server",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                run,
                "--format",
                format,
                "-o",
                file.toString());
    }
}
