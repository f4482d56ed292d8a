package dev.perfloop.target;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Parses the Prometheus text format: one sample a line, {@code name{label="value",...} number [timestamp]}. */
public final class PrometheusText {
    /** @param labels as they stand between the braces */
    public record Measurement(String name, String labels, double value) {
        /** The value of a label, as it stands between the quotes; empty when there is no such label. */
        public String label(String label) {
            var found = LABEL.matcher(labels);
            while (found.find()) {
                if (found.group("label").equals(label)) {
                    return found.group("value");
                }
            }
            return "";
        }
    }

    private static final Pattern LABEL = Pattern.compile("(?<label>\\w+)\\s*=\\s*\"(?<value>(?:[^\"\\\\]|\\\\.)*)\"");

    private static final Pattern LINE = Pattern.compile(
            "(?<name>[a-zA-Z_:][\\w:]*)(?:\\{(?<labels>(?:[^\"}]|\"(?:[^\"\\\\]|\\\\.)*\")*)})?\\s+(?<value>\\S+)(?:\\s.*)?");

    private PrometheusText() {}

    public static List<Measurement> parse(String text) {
        List<Measurement> measurements = new ArrayList<>();
        text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            var match = LINE.matcher(line.strip());
            if (match.matches()) {
                String labels = match.group("labels");
                measurements.add(new Measurement(
                        match.group("name"), labels == null ? "" : labels, number(match.group("value"))));
            }
        });
        return measurements;
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> parsed(text);
        };
    }

    private static double parsed(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }
}
