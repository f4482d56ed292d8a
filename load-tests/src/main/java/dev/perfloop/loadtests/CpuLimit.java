package dev.perfloop.loadtests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts how often the kernel stopped this process because its control group had used up its CPU share: {@code nr_periods}
 * and {@code nr_throttled} of {@code cpu.stat} (Linux, cgroup-v2.rst; version 1 has the same lines). Sampled by one thread.
 */
final class CpuLimit {
    private record Counts(long periods, long throttled) {}

    private final Optional<Path> file;
    private @Nullable Counts last;
    private long periods;
    private long throttled;

    CpuLimit(Optional<Path> file) {
        this.file = file;
    }

    static CpuLimit ofThisProcess() {
        Path root = Path.of("/sys/fs/cgroup");
        return new CpuLimit(Stream.concat(own(root), Stream.of(root.resolve("cpu.stat"), root.resolve("cpu/cpu.stat")))
                .filter(stat -> counts(stat).isPresent())
                .findFirst());
    }

    private static Stream<Path> own(Path root) {
        try {
            return Files.readAllLines(Path.of("/proc/self/cgroup")).stream()
                    .filter(line -> line.startsWith("0::/"))
                    .map(line -> root.resolve(line.substring("0::/".length())).resolve("cpu.stat"));
        } catch (IOException | RuntimeException noControlGroups) {
            return Stream.empty();
        }
    }

    void sample(boolean measuring) {
        Counts now = file.flatMap(CpuLimit::counts).orElse(null);
        Counts before = last;
        if (measuring && now != null && before != null) {
            periods += now.periods() - before.periods();
            throttled += now.throttled() - before.throttled();
        }
        last = now;
    }

    private static Optional<Counts> counts(Path stat) {
        try {
            List<String> lines = Files.readAllLines(stat);
            return number(lines, "nr_periods ")
                    .flatMap(
                            periods -> number(lines, "nr_throttled ").map(throttled -> new Counts(periods, throttled)));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Long> number(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> Long.valueOf(line.substring(name.length()).strip()))
                .findFirst();
    }

    /** In the measured part; -1 when this machine does not tell. */
    long periods() {
        return file.isPresent() ? periods : -1;
    }

    long throttled() {
        return throttled;
    }
}
