package dev.perfloop.analysis.index;

/** One column of an ORDER BY, with the order of its nulls as the direction implies it. */
record SortColumn(String column, boolean descending) {}
