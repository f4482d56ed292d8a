package dev.perfloop.analysis.plan;

/** One part of a scan's conjunction, seen from a B-tree index on the scanned table. */
public sealed interface Condition {

    /** The part as the plan prints it. */
    String text();

    /** A condition an index on the column could serve. */
    sealed interface OnColumn extends Condition {
        String column();
    }

    /** The column equals one value, or is null. */
    record Equality(String column, String text, boolean nullTest) implements OnColumn {}

    /** The column equals one of several values. */
    record OneOf(String column, String text) implements OnColumn {}

    record Range(String column, String text) implements OnColumn {}

    /** No plain B-tree index serves it; the reason completes the sentence "not looked at, as ...". */
    record Unusable(String text, String reason) implements Condition {}
}
