package dev.perfloop.profiling.whatif;

/**
 * How often the keys of an index on a part of a table repeat: a B-tree keeps each once, and in a part they are repeated less than in
 * the whole.
 *
 * @param rows of the part
 * @param keys that differ
 * @param once keys that one row has
 * @param width of a key in bytes, the mean
 */
record KeyRepetition(double rows, double keys, double once, double width) {
    /** Of a page, as it is filled when an index is built. */
    private static final double FILLED = 0.9 * 8152 / 8192;
    /** A key's header and its item pointer (access/itup.h). */
    private static final double ENTRY_HEADS = 8 + 4;

    private static final double ROW_POINTER = 6;
    private static final double ROUGHLY = 0.95;

    /**
     * What the index would take on the whole table.
     *
     * @param bytes    it takes on the part
     * @param allRows  of the whole table
     */
    double grown(double bytes, double allRows) {
        double linear = bytes * Math.max(1, allRows / rows);
        double content = bytes * FILLED;
        double entry = ENTRY_HEADS + 8 * Math.ceil(width / 8);
        boolean folded = content < ROUGHLY * entry * rows;
        if (!folded || allRows <= rows) {
            return linear;
        }
        double all = keysOf(allRows);
        return Math.min(linear, (entry * all + ROW_POINTER * (allRows - all)) / FILLED);
    }

    /** Haas and Stokes' estimator (Duj1, JASA 1998), as PostgreSQL's ANALYZE has it. */
    private double keysOf(double allRows) {
        return Math.clamp(rows * keys / (rows - once + once * rows / allRows), keys, allRows);
    }
}
