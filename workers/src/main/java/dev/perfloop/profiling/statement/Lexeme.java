package dev.perfloop.profiling.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One word of SQL.
 *
 * @param start its place in the text, as is the end, which is behind it
 */
public record Lexeme(Kind kind, String text, int start, int end) {
    public enum Kind {
        WORD,
        QUOTED_NAME,
        LITERAL,
        PARAMETER,
        OPERATOR,
        SYMBOL
    }

    /** PostgreSQL manual, 4.1; comments in comments are not told apart, which pg_stat_statements keeps only inside a statement. */
    private static final Pattern LEXEME = Pattern.compile("""
            (?<literal>[eE]'[^'\\\\]*+(?:(?:\\\\.|'')[^'\\\\]*+)*+'|(?:[bBxXnN]|[uU]&)?'[^']*+(?:''[^']*+)*+'|\\$(?<tag>[\\p{L}_]*)\\$.*?\\$\\k<tag>\\$|\\d[\\w.]*)
            |(?<quoted>"[^"]*+(?:""[^"]*+)*+")
            |(?<param>\\$\\d+)
            |(?<word>[\\p{L}_][\\p{L}\\p{N}_$]*)
            |(?<skipped>--[^\\n]*|/\\*.*?\\*/|\\s+)
            |(?<cast>::)
            |(?<operator>(?:(?!--|/\\*)[-+*/<>=~!@\\#%^&|`?])+)
            |(?<symbol>.)""", Pattern.COMMENTS | Pattern.DOTALL);

    public static List<Lexeme> of(String sql) {
        List<Lexeme> lexemes = new ArrayList<>();
        var matcher = LEXEME.matcher(sql);
        while (matcher.find()) {
            if (matcher.group("skipped") == null) {
                lexemes.add(new Lexeme(kind(matcher), matcher.group(), matcher.start(), matcher.end()));
            }
        }
        return lexemes;
    }

    public boolean is(String word) {
        return kind != Kind.QUOTED_NAME && kind != Kind.LITERAL && text.equalsIgnoreCase(word);
    }

    public boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
    }

    /** As the catalogue spells it. */
    public String name() {
        return kind == Kind.QUOTED_NAME
                ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
                : text.toLowerCase(Locale.ROOT);
    }

    /** Of a parameter. */
    public int number() {
        return Integer.parseInt(text.substring(1));
    }

    private static Kind kind(Matcher matcher) {
        if (matcher.group("literal") != null) {
            return Kind.LITERAL;
        }
        if (matcher.group("quoted") != null) {
            return Kind.QUOTED_NAME;
        }
        if (matcher.group("param") != null) {
            return Kind.PARAMETER;
        }
        if (matcher.group("word") != null) {
            return Kind.WORD;
        }
        return matcher.group("operator") != null ? Kind.OPERATOR : Kind.SYMBOL;
    }
}
