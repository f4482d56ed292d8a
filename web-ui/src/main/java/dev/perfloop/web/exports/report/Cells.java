package dev.perfloop.web.exports.report;

import dev.perfloop.web.rows.RawJson;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Cells as a person reads them. */
final class Cells {
    private static final MathContext DIGITS = new MathContext(4);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Cells() {}

    static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "–";
            case Double number -> number(number);
            case Instant at -> MOMENT.format(at);
            case Boolean truth -> truth ? "yes" : "no";
            case RawJson json -> visible(json.text());
            default -> visible(value.toString());
        };
    }

    static boolean isNumber(@Nullable Object value) {
        return value instanceof Number;
    }

    static String number(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros().toPlainString()
                : "–";
    }

    /** Characters that would turn the text around them, or hide it, are written as their code (Unicode TR 36, 3.1). */
    private static String visible(String text) {
        var shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
            boolean hides = c == 0 || (Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r');
            if (turns || hides) {
                shown.append(String.format(Locale.ROOT, "\\u%04X", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }
}
