package dev.perfloop.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Instructions that a process and all it starts retire, counted by the CPU: unlike CPU time the same for the same work, whoever
 * else is on the machine. Needs Linux, its {@code perf}, and a machine that lets count.
 */
final class Instructions {
    private final Process perf;
    private final Path counted;

    private Instructions(Process perf, Path counted) {
        this.perf = perf;
        this.counted = counted;
    }

    static Instructions of(long root) throws IOException {
        String processes = Stream.concat(
                        Stream.of(root),
                        ProcessHandle.of(root).stream()
                                .flatMap(ProcessHandle::descendants)
                                .map(ProcessHandle::pid))
                .map(String::valueOf)
                .collect(Collectors.joining(","));
        var counted = Files.createTempFile("instructions", ".csv");
        var perf = new ProcessBuilder(
                        "perf", "stat", "-x,", "-e", "instructions", "-o", counted.toString(), "-p", processes)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new Instructions(perf, counted);
    }

    /** NaN where the machine does not count. */
    double stop() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", String.valueOf(perf.pid())).start().waitFor();
        perf.waitFor();
        try (var lines = Files.lines(counted)) {
            return lines.filter(line -> line.contains(",instructions") || line.contains("instructions:"))
                    .map(line -> line.substring(0, line.indexOf(',')))
                    .filter(figure -> figure.chars().allMatch(Character::isDigit))
                    .mapToDouble(Double::parseDouble)
                    .findFirst()
                    .orElse(Double.NaN);
        } finally {
            Files.delete(counted);
        }
    }
}
