package dev.perfloop.profiling.constants;

/** Values and names as SQL spells them, whatever {@code standard_conforming_strings} is set to. */
final class Quoted {
    private Quoted() {}

    static String literal(String value) {
        String quoted = "'" + value.replace("'", "''") + "'";
        return value.contains("\\") ? "E" + quoted.replace("\\", "\\\\") : quoted;
    }

    static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** One element of an array in its text form. */
    static String element(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
