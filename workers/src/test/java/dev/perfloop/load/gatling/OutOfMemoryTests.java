package dev.perfloop.load.gatling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutOfMemoryTests {
    @TempDir
    Path dir;

    /** As a generator whose target never answers. */
    static final class Hoarder {
        public static void main(String[] args) {
            List<byte[]> waiting = new ArrayList<>();
            while (true) {
                waiting.add(new byte[100_000]);
            }
        }
    }

    @Test
    void aGeneratorWithoutMemoryEndsAtOnceAndSaysSo() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx16m",
                        Generator.ENDS_WITHOUT_MEMORY,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Hoarder.class.getName())
                .redirectError(dir.resolve("stderr.log").toFile())
                .start();
        try (var drive = new Drive(process, dir, new ObjectMapper(), gone -> {})) {
            assertThat(process.waitFor()).isEqualTo(3);

            assertThatExceptionOfType(Drive.OutOfMemory.class)
                    .isThrownBy(drive::result)
                    .withMessageContaining("ran out of memory")
                    .withMessageContaining("load.injectors");
        }
    }
}
