package dev.perfloop.analysis.calls;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the text of a normalised statement tells without a parser: a hint for whom to ask, never a proof. */
final class Sql {
    private static final Pattern READS = Pattern.compile(
            "\\A\\s*(?:/\\*.*?\\*/\\s*)*(?:select|with|table|values|fetch)\\b"
                    + "(?!.*\\b(?:for\\s+(?:no\\s+key\\s+)?update|for\\s+(?:key\\s+)?share|nextval|insert\\s+into|delete\\s+from)\\b).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern WRITES = Pattern.compile(
            "\\A\\s*(?:/\\*.*?\\*/\\s*)*(?:insert|update|delete|merge)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("\\$\\d");
    private static final Pattern STEP_OF_A_CURSOR = Pattern.compile("\\A\\s*fetch\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern BOUNDED =
            Pattern.compile("\\b(?:limit\\s+[^\\s)]+|fetch\\s+(?:first|next)\\b)", Pattern.CASE_INSENSITIVE);
    private static final Pattern OFFSET = Pattern.compile("\\boffset\\s+\\(?\\$\\d+", Pattern.CASE_INSENSITIVE);
    private static final String NAME =
            "((?:\"[^\"]+\"|[\\p{L}_][\\p{L}\\p{N}_$]*+)(?:\\.(?:\"[^\"]+\"|[\\p{L}_][\\p{L}\\p{N}_$]*+))?)";
    private static final Pattern READ_TABLE = Pattern.compile(
            "(?<!\\bdelete\\s)\\b(?:from|join)\\s+(?:only\\s+|lateral\\s+)?" + NAME + "(?!\\s*\\()",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WRITTEN_TABLE = Pattern.compile(
            "\\b(?:insert\\s+into|delete\\s+from|merge\\s+into|update)\\s+(?:only\\s+)?" + NAME,
            Pattern.CASE_INSENSITIVE);

    private Sql() {}

    static boolean reads(String text) {
        return READS.matcher(text).matches();
    }

    static boolean writes(String text) {
        return WRITES.matcher(text).matches();
    }

    static boolean inserts(String text) {
        return writes(text) && text.strip().toLowerCase(Locale.ROOT).startsWith("insert");
    }

    /** Constants are normalised to parameters, so that a statement without any asks the same each time. */
    static boolean hasParameters(String text) {
        return PARAMETER.matcher(text).find();
    }

    static boolean isBounded(String text) {
        return BOUNDED.matcher(text).find() || STEP_OF_A_CURSOR.matcher(text).find();
    }

    /** How many rows it skips is given anew with each call. */
    static boolean skipsRows(String text) {
        return OFFSET.matcher(text).find();
    }

    /** Names as PostgreSQL folds them, with the schema where the text has it. */
    static Set<String> tablesRead(String text) {
        return names(READ_TABLE, text);
    }

    static Set<String> tablesWritten(String text) {
        return writes(text) ? names(WRITTEN_TABLE, text) : Set.of();
    }

    private static Set<String> names(Pattern pattern, String text) {
        var names = new LinkedHashSet<String>();
        pattern.matcher(text).results().forEach(match -> names.add(folded(match.group(1))));
        return names;
    }

    private static String folded(String name) {
        var folded = new StringBuilder();
        boolean quoted = false;
        for (char c : name.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else {
                folded.append(quoted ? c : Character.toLowerCase(c));
            }
        }
        return folded.toString();
    }
}
