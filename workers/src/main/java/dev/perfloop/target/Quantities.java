package dev.perfloop.target;

import java.time.Duration;
import java.util.regex.Pattern;

/** Reads the quantities of a target file: {@code 200ms}, {@code 0.5%}, {@code 40/s}. */
final class Quantities {
    private static final Pattern DURATION = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(us|ms|s|m|min|h)");

    private Quantities() {}

    static Duration duration(String text) {
        var match = DURATION.matcher(text.strip());
        if (!match.matches()) {
            throw new TargetRefused("'" + text + "' is not a duration.", "Write it like 200ms, 1.5s or 10m.");
        }
        double number = Double.parseDouble(match.group(1));
        double nanos = switch (match.group(2)) {
            case "us" -> number * 1e3;
            case "ms" -> number * 1e6;
            case "s" -> number * 1e9;
            case "m", "min" -> number * 60e9;
            default -> number * 3600e9;
        };
        return Duration.ofNanos(Math.round(nanos));
    }

    /** A share from 0 to 1, of {@code 0.5%} or of a bare number that is one already. */
    static double share(String text) {
        String number = text.strip();
        return number.endsWith("%")
                ? number(number.substring(0, number.length() - 1), text) / 100
                : number(number, text);
    }

    /** Events a second. */
    static double rate(String text) {
        String number = text.strip();
        return number(number.endsWith("/s") ? number.substring(0, number.length() - 2) : number, text);
    }

    private static double number(String digits, String text) {
        try {
            return Double.parseDouble(digits.strip());
        } catch (NumberFormatException notANumber) {
            throw new TargetRefused("'" + text + "' is not a number.", "Write it like 40/s, 0.5% or 0.005.");
        }
    }
}
