package dev.perfloop.optimization;

import dev.perfloop.analysis.Evidence;
import java.util.Locale;

/**
 * What building an index concurrently is expected to take: two readings of the table and one sort of the keys. The rates are
 * rules of thumb from a slow disk to a fast one, not measurements of this target.
 *
 * @param diskLowBytes what the finished index takes
 */
record BuildEstimate(double secondsLow, double secondsHigh, double diskLowBytes, double diskHighBytes) {
    private static final double FAST_BYTES_A_SECOND = 400e6;
    private static final double SLOW_BYTES_A_SECOND = 30e6;
    private static final double FAST_KEYS_A_SECOND = 2e6;
    private static final double SLOW_KEYS_A_SECOND = 200e3;
    /** Duplicates are stored once since PostgreSQL 13; growing pages stay partly empty. */
    private static final double DENSEST = 0.4;

    private static final double LOOSEST = 1.5;

    static BuildEstimate of(Evidence evidence) {
        var table = evidence.table();
        var index = evidence.index();
        double bytes = table == null ? 0 : table.sizeBytes();
        double rows = table == null ? 0 : table.rows();
        double size = index == null ? 0 : index.estimatedBytes();
        return new BuildEstimate(
                2 * bytes / FAST_BYTES_A_SECOND + rows / FAST_KEYS_A_SECOND,
                2 * bytes / SLOW_BYTES_A_SECOND + rows / SLOW_KEYS_A_SECOND,
                size * DENSEST,
                size * LOOSEST);
    }

    String duration() {
        return secondsHigh < 1
                ? "under a second"
                : String.format(Locale.ROOT, "%s to %s", seconds(secondsLow), seconds(secondsHigh));
    }

    String disk() {
        return bytes(diskLowBytes) + " to " + bytes(diskHighBytes);
    }

    static String bytes(double bytes) {
        if (bytes < 1 << 20) {
            return String.format(Locale.ROOT, "%.0f kB", Math.max(8, bytes / 1024));
        }
        return bytes < 1 << 30
                ? String.format(Locale.ROOT, "%.0f MB", bytes / (1 << 20))
                : String.format(Locale.ROOT, "%.1f GB", bytes / (1 << 30));
    }

    private static String seconds(double seconds) {
        return seconds < 120
                ? String.format(Locale.ROOT, "%.0f s", Math.max(1, seconds))
                : String.format(Locale.ROOT, "%.0f min", seconds / 60);
    }
}
