package dev.perfloop.target;

import java.util.List;

/** Where the values of a placeholder come from. */
public sealed interface Feeder {

    enum Distribution {
        UNIFORM,
        /** A few values take most of the draws, as users do. */
        ZIPF
    }

    /** The first column of a read-only query on the target's database; the order of its rows is the order of popularity. */
    record Sql(String sql, Distribution distribution) implements Feeder {}

    record Values(List<String> values, Distribution distribution) implements Feeder {}

    /** Whole numbers from first to last, both included. */
    record Range(long first, long last, Distribution distribution) implements Feeder {}

    /** The first column of a CSV file without header. */
    record Csv(String file, Distribution distribution) implements Feeder {}

    /** Text with placeholders of other feeders. */
    record Template(String template) implements Feeder {}
}
