package dev.perfloop.contract;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Reads the quantities of a target's file: {@code 200ms}, {@code 0.5%}, {@code 40/s}. Empty: not written so. */
public final class Quantities {
    private static final Pattern DURATION = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(us|ms|s|m|min|h)");

    private Quantities() {}

    /** Nanoseconds. */
    public static OptionalDouble duration(String text) {
        var match = DURATION.matcher(text.strip());
        if (!match.matches()) {
            return OptionalDouble.empty();
        }
        double number = Double.parseDouble(match.group(1));
        return OptionalDouble.of(
                switch (match.group(2)) {
                    case "us" -> number * 1e3;
                    case "ms" -> number * 1e6;
                    case "s" -> number * 1e9;
                    case "m", "min" -> number * 60e9;
                    default -> number * 3600e9;
                });
    }

    /** A share from 0 to 1, of {@code 0.5%} or of a bare number that is one already. */
    public static OptionalDouble share(String text) {
        String number = text.strip();
        if (!number.endsWith("%")) {
            return number(number);
        }
        var percent = number(number.substring(0, number.length() - 1));
        return percent.isEmpty() ? percent : OptionalDouble.of(percent.getAsDouble() / 100);
    }

    /** Events a second. */
    public static OptionalDouble rate(String text) {
        String number = text.strip();
        return number(number.endsWith("/s") ? number.substring(0, number.length() - 2) : number);
    }

    private static OptionalDouble number(String digits) {
        try {
            return OptionalDouble.of(Double.parseDouble(digits.strip()));
        } catch (NumberFormatException notANumber) {
            return OptionalDouble.empty();
        }
    }
}
