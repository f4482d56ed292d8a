package dev.perfloop.shop.data;

import java.io.IOException;

/** Writes all rows of one table. */
@FunctionalInterface
interface SampleRows {

    void writeTo(RowWriter rows) throws IOException;
}
