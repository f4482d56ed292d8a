package dev.perfloop.profiling;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Constants that the service's statements carry in their text. {@code pg_stat_statements} puts a parameter in the place of every
 * constant, so that {@code status = 'OPEN'} looks like any other comparison; an index for just that value, or on
 * {@code attributes ->> 'color'}, can only be found when the constant is known.
 */
public record Literals(List<Literal> known) implements ProfilePart {
    public static final Literals NONE = new Literals(List.of());

    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)\\b");

    /**
     * @param parameter number in the normalised text
     * @param sql       as it was sent
     */
    public record Literal(long queryId, int parameter, String sql) {}

    public Literals {
        known = List.copyOf(known);
    }

    /** The normalised text with the constants that are known put back. */
    public String into(long queryId, String normalised) {
        Map<Integer, String> ofStatement = known.stream()
                .filter(it -> it.queryId() == queryId)
                .collect(Collectors.toMap(Literal::parameter, Literal::sql, (one, other) -> one));
        return ofStatement.isEmpty()
                ? normalised
                : PARAMETER
                        .matcher(normalised)
                        .replaceAll(match -> Matcher.quoteReplacement(
                                ofStatement.getOrDefault(Integer.parseInt(match.group(1)), match.group())));
    }
}
