package dev.perfloop.profiling.whatif;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A statement whose qualified names lead to the copies. What names a table alone gets there by itself. */
final class Redirected {
    private static final String NAME = "\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*";

    /** Texts, comments and other names are stepped over. */
    private static final Pattern TOKEN = Pattern.compile(
            "'(?:[^']|'')*'|--[^\\n]*|/\\*.*?\\*/|(?<schema>" + NAME + ")\\s*\\.\\s*(?<table>" + NAME + ")|" + NAME,
            Pattern.DOTALL);

    private Redirected() {}

    static String of(String statement, List<CopiedTable> copies) {
        return TOKEN.matcher(statement).replaceAll(match -> Matcher.quoteReplacement(token(match.group(), copies)));
    }

    private static String token(String text, List<CopiedTable> copies) {
        Matcher parts = TOKEN.matcher(text);
        if (!parts.matches() || parts.group("schema") == null) {
            return text;
        }
        String schema = folded(parts.group("schema"));
        String table = folded(parts.group("table"));
        return copies.stream().anyMatch(copy -> copy.is(schema, table)) ? "pg_temp." + parts.group("table") : text;
    }

    private static String folded(String name) {
        return name.startsWith("\"")
                ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                : name.toLowerCase(Locale.ROOT);
    }
}
