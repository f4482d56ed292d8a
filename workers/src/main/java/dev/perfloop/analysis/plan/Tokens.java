package dev.perfloop.analysis.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a deparsed expression into its words. */
final class Tokens {
    enum Kind {
        NAME,
        VALUE,
        OPERATOR,
        SYMBOL
    }

    /** @param text of a quoted name without its quotes */
    record Token(Kind kind, String text, boolean quoted) {
        boolean is(String word) {
            return !quoted && text.equalsIgnoreCase(word);
        }
    }

    private static final Pattern TOKEN = Pattern.compile("""
            \\s*(?:
              (?<string>[EeBbXx]?'(?:[^']|'')*')
            | (?<quoted>"(?:[^"]|"")*")
            | (?<param>\\$\\d+)
            | (?<number>\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)
            | (?<name>[\\p{L}_][\\p{L}\\p{N}_$]*)
            | (?<cast>::)
            | (?<operator>[-+*/<>=~!@\\#%^&|`?]+)
            | (?<symbol>[()\\[\\],.:])
            )""", Pattern.COMMENTS);

    private Tokens() {}

    static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        var matcher = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length() && !text.substring(at).isBlank()) {
            matcher.region(at, text.length());
            if (!matcher.lookingAt()) {
                throw new NotUnderstood(text.substring(at));
            }
            at = matcher.end();
            if (matcher.group("string") != null) {
                tokens.add(new Token(Kind.VALUE, matcher.group("string"), false));
            } else if (matcher.group("quoted") instanceof String quoted) {
                tokens.add(new Token(
                        Kind.NAME, quoted.substring(1, quoted.length() - 1).replace("\"\"", "\""), true));
            } else if (matcher.group("param") instanceof String param) {
                tokens.add(new Token(Kind.VALUE, param, false));
            } else if (matcher.group("number") instanceof String number) {
                tokens.add(new Token(Kind.VALUE, number, false));
            } else if (matcher.group("name") instanceof String name) {
                tokens.add(new Token(Kind.NAME, name, false));
            } else if (matcher.group("operator") instanceof String operator) {
                tokens.add(new Token(Kind.OPERATOR, operator, false));
            } else {
                tokens.add(new Token(Kind.SYMBOL, matcher.group().strip(), false));
            }
        }
        return tokens;
    }

    static final class NotUnderstood extends RuntimeException {
        NotUnderstood(String at) {
            super("Not understood at: " + at);
        }
    }
}
