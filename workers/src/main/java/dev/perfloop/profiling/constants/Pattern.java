package dev.perfloop.profiling.constants;

/** Makes of a value what it would be looked for by. */
final class Pattern {
    /** Long enough for an index on trigrams to be of use. */
    private static final int LETTERS = 6;

    private Pattern() {}

    /** For LIKE: the normalised text does not tell where the wildcards were; a search box puts them at both ends. */
    static String within(String value) {
        return "%" + word(value) + "%";
    }

    /** The first word, which no kind of pattern or query takes for an operator. */
    static String word(String value) {
        String word = value.replaceFirst("\\A[^\\p{L}\\p{N}]+", "").replaceFirst("(?s)[^\\p{L}\\p{N}].*", "");
        return word.length() > LETTERS ? word.substring(0, word.offsetByCodePoints(0, LETTERS)) : word;
    }
}
