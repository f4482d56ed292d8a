package dev.perfloop.analysis.server;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** The target's settings, which {@code pg_settings} gives in units of its own, in bytes and words. */
record ServerSettings(Map<String, String> raw) {
    static final long KB = 1024;
    static final long MB = 1024 * KB;
    static final long GB = 1024 * MB;

    boolean isOn(String name) {
        return "on".equals(raw.get(name));
    }

    boolean isOff(String name) {
        return "off".equals(raw.get(name));
    }

    OptionalLong number(String name) {
        try {
            return raw.containsKey(name) ? OptionalLong.of(Long.parseLong(raw.get(name))) : OptionalLong.empty();
        } catch (NumberFormatException notANumber) {
            return OptionalLong.empty();
        }
    }

    /** @param unit bytes of the unit {@code pg_settings} has it in */
    OptionalLong bytes(String name, long unit) {
        var number = number(name);
        return number.isEmpty() ? number : OptionalLong.of(number.getAsLong() * unit);
    }

    long blockSize() {
        return number("block_size").orElse(8 * KB);
    }

    /** As {@code SHOW} prints an amount of memory: in the largest unit without a remainder. */
    static String shown(long bytes) {
        if (bytes >= GB && bytes % GB == 0) {
            return bytes / GB + "GB";
        }
        return bytes >= MB && bytes % MB == 0 ? bytes / MB + "MB" : bytes / KB + "kB";
    }

    /** For people. */
    static String readable(double bytes) {
        if (bytes >= GB) {
            return String.format(Locale.ROOT, "%.1f GB", bytes / GB);
        }
        return bytes >= MB
                ? String.format(Locale.ROOT, "%.0f MB", bytes / MB)
                : String.format(Locale.ROOT, "%.0f kB", bytes / KB);
    }
}
