package dev.perfloop.weekly.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of a report.
 *
 * @param note    what has to be said before it; empty for nothing
 * @param empty   what is said where there are no rows
 * @param rows    text, numbers, instants or a course of values; null is what is not known
 */
record Section(String title, String note, List<String> columns, List<List<@Nullable Object>> rows, String empty) {

    /** A small picture of values in equal steps, with nothing where there was none. */
    record Course(List<@Nullable Double> values) {}
}
