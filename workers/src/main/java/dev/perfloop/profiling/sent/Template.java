package dev.perfloop.profiling.sent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A normalised statement, held against one that was sent. Where they do not agree word by word nothing is known. */
final class Template {
    private static final Pattern HOLE = Pattern.compile("\\$(\\d+)(?<squashed> /\\*, \\.\\.\\. \\*/)?");
    /** Quantifiers that give nothing back: a statement may hold a long text. */
    private static final String CONSTANT =
            "([eEbBxX]?'[^']*+(?:''[^']*+)*+'|-?\\d[\\d.]*+(?:[eE][+-]?\\d+)?|(?i:true|false|null)|\\$\\d+)";

    /** PostgreSQL 18 prints a list of constants as its first and dots. */
    private static final String LIST = "([^()]*+)";

    private final List<Integer> parameters = new ArrayList<>();
    private final Pattern pattern;

    Template(String normalised) {
        var regex = new StringBuilder("\\s*");
        var hole = HOLE.matcher(normalised);
        int at = 0;
        while (hole.find()) {
            regex.append(literally(normalised.substring(at, hole.start())));
            boolean list = hole.group("squashed") != null;
            parameters.add(list ? 0 : Integer.parseInt(hole.group(1)));
            regex.append(list ? LIST : CONSTANT);
            at = hole.end();
        }
        regex.append(literally(normalised.substring(at))).append("\\s*;?\\s*");
        pattern = Pattern.compile(regex.toString());
    }

    /** By parameter, those that are constants in this text; empty when it is another statement's. */
    Optional<Map<Integer, String>> constantsOf(String sent) {
        Matcher matcher = pattern.matcher(sent);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<Integer, String> constants = new HashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            String value = matcher.group(i + 1);
            if (parameters.get(i) > 0 && !value.startsWith("$")) {
                constants.put(parameters.get(i), value);
            }
        }
        return Optional.of(constants);
    }

    private static String literally(String text) {
        return text.isEmpty() ? "" : Pattern.quote(text);
    }
}
