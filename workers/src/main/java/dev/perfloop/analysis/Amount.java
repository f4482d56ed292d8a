package dev.perfloop.analysis;

import java.util.Locale;

/** Numbers as people read them. */
public final class Amount {
    private static final double LARGE = 100;
    private static final double SMALL = 0.01;

    private Amount() {}

    /** Three digits or so, without an exponent and without trailing zeros. */
    public static String of(double value) {
        if (!Double.isFinite(value)) {
            return "unknown";
        }
        double size = Math.abs(value);
        if (size >= LARGE) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        if (size > 0 && size < SMALL) {
            return String.format(Locale.ROOT, "%.2g", value);
        }
        return String.format(Locale.ROOT, size >= LARGE / 10 ? "%.1f" : "%.2f", value)
                .replaceFirst("\\.?0+$", "");
    }
}
