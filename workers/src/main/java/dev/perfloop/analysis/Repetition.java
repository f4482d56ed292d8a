package dev.perfloop.analysis;

import dev.perfloop.profiling.StatementFacts;
import java.util.regex.Pattern;

/** Statements that ask the same question again and again: read-only and without parameters. */
final class Repetition {
    private static final Pattern READS = Pattern.compile(
            "(?is)\\A\\s*(select|with)\\b(?!.*\\b(for\\s+update|for\\s+share|nextval|insert|update|delete)\\b).*");
    private static final Pattern PARAMETER = Pattern.compile("\\$\\d");
    private static final int OFTEN = 20;
    private static final double SHARE = 0.05;

    private Repetition() {}

    static boolean worthLooking(StatementFacts statement) {
        return statement.calls() >= OFTEN && statement.dbTimeShare() >= SHARE && asksTheSame(statement.query());
    }

    /** Constants are normalised to parameters, so that a statement with none differs in nothing from call to call. */
    static boolean asksTheSame(String query) {
        return READS.matcher(query).matches() && !PARAMETER.matcher(query).find();
    }
}
