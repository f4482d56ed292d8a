package dev.perfloop.profiling.whatif;

/**
 * A table that is copied in part.
 *
 * @param share of its blocks, above 0 to 1
 * @param rows  that it has in the target, by the planner's estimate
 */
record CopiedTable(String schema, String name, double share, double rows) {
    boolean isWhole() {
        return share >= 1;
    }

    boolean is(String otherSchema, String otherName) {
        return schema.equals(otherSchema) && name.equals(otherName);
    }
}
