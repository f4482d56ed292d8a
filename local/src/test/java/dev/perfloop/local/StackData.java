package dev.perfloop.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** The data directory of the stacks under test: one after the other, since what was fetched stays in it. */
final class StackData {
    static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    static final Path DIR = Path.of("target/stack-it").toAbsolutePath();
    static final Path DATA = DIR.resolve("data");

    private StackData() {}

    static void startFromNothing() throws IOException {
        Files.createDirectories(DATA);
        try (Stream<Path> content = Files.list(DATA)) {
            for (Path path : content.filter(path -> !path.endsWith("dist")).toList()) {
                FileSystemUtils.deleteRecursively(path);
            }
        }
    }

    static int port(Port port) {
        return Ports.written(DATA.resolve("ports.json")).getOrDefault(port, 0);
    }
}
