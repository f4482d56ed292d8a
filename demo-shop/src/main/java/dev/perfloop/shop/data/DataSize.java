package dev.perfloop.shop.data;

/** Rows in each of the large tables; orders have about 2.2 lines each. */
record DataSize(int customers, int products, int orders, int reviews) {

    static DataSize at(double scale) {
        return new DataSize(
                scaled(60_000, scale), scaled(100_000, scale), scaled(380_000, scale), scaled(480_000, scale));
    }

    long expectedRows() {
        return customers + 2L * products + orders * 32L / 10 + reviews;
    }

    private static int scaled(int rows, double scale) {
        return Math.max(100, (int) Math.round(rows * scale));
    }
}
