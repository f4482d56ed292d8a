package dev.perfloop.shop.data;

import java.util.SplittableRandom;

/** Random sources that depend on nothing but seed, table and row, so that any row can be drawn again alone. */
record Draws(long seed) {

    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    SplittableRandom row(Table table, long id) {
        return new SplittableRandom(seed + (id * Table.values().length + table.ordinal()) * GOLDEN_RATIO);
    }

    /** Ranks 0..n-1 in a random order, so that popularity does not follow the ids. */
    int[] shuffled(Table table, int n) {
        int[] order = new int[n];
        SplittableRandom random = row(table, -1);
        for (int i = 0; i < n; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }

    static <T> T pick(T[] values, SplittableRandom random) {
        return values[random.nextInt(values.length)];
    }
}
