package dev.perfloop.analysis.server;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Plans in JSON, as short as tests need them. */
final class Nodes {
    private Nodes() {}

    static String scan(String table, double cost, double rows, String... filter) {
        return scanBy("Seq Scan", table, cost, rows, filter);
    }

    static String scanBy(String type, String table, double cost, double rows, String... filter) {
        String condition = filter.length == 0 ? "" : ", \"Filter\": \"" + filter[0].replace("\"", "\\\"") + "\"";
        return String.format(
                Locale.ROOT,
                "{\"Node Type\": \"%s\", \"Schema\": \"public\", \"Relation Name\": \"%s\", \"Alias\": \"%s\", "
                        + "\"Parent Relationship\": \"Outer\", \"Total Cost\": %f, \"Plan Rows\": %f%s}",
                type,
                table,
                table,
                cost,
                rows,
                condition);
    }

    static String node(String type, double cost, double rows, String... children) {
        return String.format(
                Locale.ROOT,
                "{\"Node Type\": \"%s\", \"Parent Relationship\": \"Outer\", \"Total Cost\": %f, \"Plan Rows\": %f, "
                        + "\"Sort Key\": [\"a\"], \"Plans\": [%s]}",
                type,
                cost,
                rows,
                Arrays.stream(children).collect(Collectors.joining(", ")));
    }
}
