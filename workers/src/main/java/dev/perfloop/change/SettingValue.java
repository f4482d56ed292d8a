package dev.perfloop.change;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A parameter's value as a person and as {@code SHOW} may write it (PostgreSQL manual, 19.1.1). */
final class SettingValue {
    private static final Pattern QUANTITY = Pattern.compile("(-?\\d+(?:\\.\\d+)?)\\s*([A-Za-z]*)");

    /** Memory in bytes, time in microseconds; the two never stand for one parameter. */
    private static final Map<String, Long> UNITS = Map.ofEntries(
            Map.entry("", 1L),
            Map.entry("B", 1L),
            Map.entry("kB", 1L << 10),
            Map.entry("MB", 1L << 20),
            Map.entry("GB", 1L << 30),
            Map.entry("TB", 1L << 40),
            Map.entry("us", 1L),
            Map.entry("ms", 1_000L),
            Map.entry("s", 1_000_000L),
            Map.entry("min", 60_000_000L),
            Map.entry("h", 3_600_000_000L),
            Map.entry("d", 86_400_000_000L));

    private SettingValue() {}

    static boolean same(String one, String other) {
        var left = quantity(one);
        var right = quantity(other);
        return left == null || right == null ? one.equalsIgnoreCase(other) : left.compareTo(right) == 0;
    }

    private static @Nullable BigDecimal quantity(String value) {
        var parts = QUANTITY.matcher(value.strip());
        if (!parts.matches()) {
            return null;
        }
        Long unit = UNITS.get(parts.group(2));
        return unit == null ? null : new BigDecimal(parts.group(1)).multiply(BigDecimal.valueOf(unit));
    }
}
