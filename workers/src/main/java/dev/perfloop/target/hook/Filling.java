package dev.perfloop.target.hook;

import dev.perfloop.target.Hooks.Command;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** What is put in place of {@code {name}} and {@code {value}}. */
record Filling(String name, String value) {
    /** What is longer is no value but a page. */
    static final int LONGEST = 500;

    String in(String template) {
        // One pass: what is filled in is not looked through again.
        return fill(template, name, value);
    }

    String inAddress(String template) {
        return fill(template, encoded(name), encoded(value));
    }

    List<String> in(Command command) {
        return command.argv().stream().map(part -> in(part.sent())).toList();
    }

    /** As one would type it. */
    String shown(Command command) {
        return command.argv().stream()
                .map(part -> in(part.shown()))
                .map(part -> part.matches("[\\w@%+=:,./-]+") ? part : "'" + part + "'")
                .collect(Collectors.joining(" "));
    }

    private static String fill(String template, String name, String value) {
        var filled = new StringBuilder();
        int from = 0;
        while (from < template.length()) {
            if (template.startsWith("{name}", from)) {
                filled.append(name);
                from += "{name}".length();
            } else if (template.startsWith("{value}", from)) {
                filled.append(value);
                from += "{value}".length();
            } else {
                filled.append(template.charAt(from++));
            }
        }
        return filled.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
