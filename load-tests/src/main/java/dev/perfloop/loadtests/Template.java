package dev.perfloop.loadtests;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with {@code {name}} placeholders. Only known names are placeholders: JSON bodies keep their braces.
 */
final class Template {
    private static final Pattern SLOT = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_-]*)}");
    /** What a person may write in a path and a server would refuse. */
    private static final Pattern NOT_IN_URL = Pattern.compile("[^!#$%&'()*+,/:;=?@A-Za-z0-9\\-._~\\[\\]]+");

    private sealed interface Part {
        record Literal(String text) implements Part {}

        record Slot(String name) implements Part {}
    }

    private final List<Part> parts;

    private Template(List<Part> parts) {
        this.parts = parts;
    }

    static Template of(String text, Set<String> names) {
        var parts = new ArrayList<Part>();
        Matcher slots = SLOT.matcher(text);
        int from = 0;
        while (slots.find()) {
            if (names.contains(slots.group(1))) {
                parts.add(new Part.Literal(text.substring(from, slots.start())));
                parts.add(new Part.Slot(slots.group(1)));
                from = slots.end();
            }
        }
        parts.add(new Part.Literal(text.substring(from)));
        return new Template(List.copyOf(parts));
    }

    /** A path: its literal text is made fit for a URL, and a placeholder nobody feeds is a mistake. */
    static Template ofPath(String path, Set<String> names) {
        Matcher slots = SLOT.matcher(path);
        while (slots.find()) {
            if (!names.contains(slots.group(1))) {
                throw new IllegalArgumentException(
                        "no feeder named '%s' for the placeholder in path %s".formatted(slots.group(1), path));
            }
        }
        return new Template(of(path, names).parts.stream()
                .<Part>map(part -> switch (part) {
                    case Part.Literal(String text) ->
                        new Part.Literal(NOT_IN_URL.matcher(text).replaceAll(bad -> encode(bad.group())));
                    case Part.Slot slot -> slot;
                })
                .toList());
    }

    String render(UnaryOperator<String> values) {
        var out = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Part.Literal(String text) -> out.append(text);
                case Part.Slot(String name) -> out.append(values.apply(name));
            }
        }
        return out.toString();
    }

    /** Percent-encodes everything but RFC 3986's unreserved characters: safe in a path segment and in a query. */
    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
