package dev.perfloop.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** CPU time of a process, of all it started, and of those that ended and were waited for; Linux only. */
public record CpuTime(long root) {
    private static final int TICKS_A_SECOND = 100;
    private static final int USER = 11;
    private static final int WAITED_SYSTEM = 14;

    public double seconds() {
        double all = of(root);
        all += ProcessHandle.of(root).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToDouble(child -> of(child.pid()))
                .sum();
        return all;
    }

    /** Fields 14 to 17 of {@code /proc/PID/stat}; 0 for one that ended meanwhile. */
    private static double of(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            double ticks = 0;
            for (int field = USER; field <= WAITED_SYSTEM; field++) {
                ticks += Long.parseLong(fields[field]);
            }
            return ticks / TICKS_A_SECOND;
        } catch (NoSuchFileException ended) {
            return 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
