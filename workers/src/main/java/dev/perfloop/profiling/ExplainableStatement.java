package dev.perfloop.profiling;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes of a statement's normalised text one that EXPLAIN takes. */
public final class ExplainableStatement {
    private static final Pattern LEADING_COMMENTS =
            Pattern.compile("\\A(?:\\s+|/\\*.*?\\*/|--[^\\n]*\\n)+", Pattern.DOTALL);
    private static final Pattern PLANNED =
            Pattern.compile("(?i)\\A\\(*\\s*(select|insert|update|delete|with|merge|values)\\b");
    /** {@code interval '1 day'} is normalised to {@code interval $1}, which is no longer grammar. */
    private static final Pattern TYPED_LITERAL = Pattern.compile(
            "(?i)\\b(interval|date|timestamp|timestamptz|time|numeric|uuid|json|jsonb|bytea)\\s+(\\$\\d+)");

    private ExplainableStatement() {}

    /** Empty for what has no plan: utility commands, transaction control. */
    public static Optional<String> of(String query) {
        String bare = LEADING_COMMENTS.matcher(query).replaceFirst("").strip();
        if (!PLANNED.matcher(bare).find()) {
            return Optional.empty();
        }
        return Optional.of(TYPED_LITERAL
                .matcher(bare)
                .replaceAll(
                        match -> "\\" + match.group(2) + "::" + match.group(1).toLowerCase(Locale.ROOT)));
    }
}
