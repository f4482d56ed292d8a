package dev.perfloop.profiling;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes of a statement's normalised text one that EXPLAIN takes. */
public final class ExplainableStatement {
    private static final Pattern LEADING_COMMENTS =
            Pattern.compile("\\A(?:\\s+|/\\*.*?\\*/|--[^\\n]*\\n)+", Pattern.DOTALL);
    private static final Pattern PLANNED =
            Pattern.compile("(?i)\\A\\(*\\s*(select|insert|update|delete|with|merge|values)\\b");
    /** {@code interval '1 day'} is normalised to {@code interval $1}, which is no longer grammar. */
    private static final Pattern TYPED_LITERAL = Pattern.compile(
            "(?i)\\b(interval|date|timestamptz|(?:timestamp|time)(?:\\s+with(?:out)?\\s+time\\s+zone)?|numeric|decimal|integer|bigint"
                    + "|double\\s+precision|boolean|text|varchar|uuid|inet|json|jsonb|bytea)\\s+(\\$\\d+)");
    /** {@code extract(year from at)} likewise. */
    private static final Pattern EXTRACTED = Pattern.compile("(?i)\\bextract\\s*\\(\\s*(\\$\\d+)\\s+from\\s");
    /** The type of the numbers is lost, so that they would be taken for a pattern and its escape. */
    private static final Pattern CUT_OUT = Pattern.compile(
            "(?i)\\bsubstring\\s*(\\((?:[^()]|\\([^()]*\\))*?)(,|\\bfrom\\b)\\s*(\\$\\d+)\\s*(,|\\bfor\\b)\\s*(\\$\\d+)\\s*\\)");

    private ExplainableStatement() {}

    /** Empty for what has no plan: utility commands, transaction control. */
    public static Optional<String> of(String query) {
        String bare = LEADING_COMMENTS.matcher(query).replaceFirst("").strip();
        if (!PLANNED.matcher(bare).find()) {
            return Optional.empty();
        }
        String typed = TYPED_LITERAL
                .matcher(bare)
                .replaceAll(match -> Matcher.quoteReplacement(
                        match.group(2) + "::" + match.group(1).toLowerCase(Locale.ROOT)));
        String extracted = EXTRACTED.matcher(typed).replaceAll("pg_catalog.extract($1, ");
        return Optional.of(CUT_OUT.matcher(extracted).replaceAll("substring$1$2 $3::int $4 $5::int)"));
    }
}
