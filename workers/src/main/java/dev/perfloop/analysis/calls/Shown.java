package dev.perfloop.analysis.calls;

/** Statements as people are shown them. */
final class Shown {
    private static final int LENGTH = 120;

    private Shown() {}

    static String shortly(String query) {
        String line = query.strip().replaceAll("\\s+", " ");
        return line.isEmpty()
                ? "(its text is not known)"
                : line.length() <= LENGTH ? line : line.substring(0, LENGTH - 1) + "…";
    }
}
