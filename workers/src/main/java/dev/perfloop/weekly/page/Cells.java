package dev.perfloop.weekly.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures and times as a person reads them. */
final class Cells {
    private static final MathContext DIGITS = new MathContext(3);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", Locale.ENGLISH);

    private final ZoneId zone;

    Cells(ZoneId zone) {
        this.zone = zone;
    }

    String text(@Nullable Object value) {
        return switch (value) {
            case null -> "–";
            case Double number -> number(number);
            case Instant at -> MOMENT.format(at.atZone(zone));
            default -> visible(value.toString());
        };
    }

    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        var rounded = BigDecimal.valueOf(value);
        return Math.abs(value) >= 1000
                ? String.format(Locale.ROOT, "%,.0f", value)
                : rounded.round(DIGITS).stripTrailingZeros().toPlainString();
    }

    static @Nullable Object unit(@Nullable Double value, String unit) {
        if (value == null) {
            return null;
        }
        return switch (unit) {
            case "share" -> number(100 * value) + " %";
            case "bytes" -> number(value / 1e6) + " MB";
            case "1" -> value;
            default -> number(value) + " " + unit;
        };
    }

    static @Nullable Object pct(@Nullable Double value) {
        return value == null ? null : String.format(Locale.ROOT, "%+.0f %%", value);
    }

    /** {@code STARTED_BY_HAND} becomes "Started by hand". */
    static String words(String constant) {
        String words = constant.replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Characters that would turn the text around them, or hide it, are written as their code (Unicode TR 36, 3.1). */
    private static String visible(String text) {
        var shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
            boolean hides = Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r';
            if (turns || hides) {
                shown.append(String.format(Locale.ROOT, "\\u%04X", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }
}
