package dev.perfloop.profiling.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The control group (version 2) of a process: what a container may use. Nothing is known where there is none, on other systems
 * than Linux, and of groups we may not read.
 *
 * @param folder below {@code /sys/fs/cgroup}
 */
record ControlGroup(@Nullable Path folder) {
    private static final Path ROOT = Path.of("/sys/fs/cgroup");

    static ControlGroup of(int pid) {
        return new ControlGroup(line(Path.of("/proc", String.valueOf(pid), "cgroup"), "0::")
                .map(path -> ROOT.resolve(path.replaceFirst("^/", "")))
                .filter(Files::isDirectory)
                .orElse(null));
    }

    /** In CPUs; {@code cpu.max} holds microseconds a period, or "max". */
    @Nullable Double cpuLimit() {
        return text("cpu.max")
                .map(it -> it.strip().split(" "))
                .filter(parts -> parts.length == 2 && !parts[0].equals("max"))
                .map(parts -> Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]))
                .orElse(null);
    }

    @Nullable Long memoryLimit() {
        return text("memory.max")
                .map(String::strip)
                .filter(it -> !it.equals("max"))
                .map(Long::valueOf)
                .orElse(null);
    }

    /** Periods so far, and those of them in which the group was held back. */
    long[] periods() {
        return new long[] {statistic("nr_periods"), statistic("nr_throttled")};
    }

    private long statistic(String name) {
        return text("cpu.stat").stream()
                .flatMap(it -> Arrays.stream(it.split("\n")))
                .filter(it -> it.startsWith(name + " "))
                .mapToLong(it -> Long.parseLong(it.substring(name.length() + 1).strip()))
                .findFirst()
                .orElse(0);
    }

    private Optional<String> text(String file) {
        if (folder == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(folder.resolve(file)));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private static Optional<String> line(Path file, String prefix) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(it -> it.startsWith(prefix))
                    .map(it -> it.substring(prefix.length()))
                    .findFirst();
        } catch (IOException none) {
            return Optional.empty();
        }
    }
}
