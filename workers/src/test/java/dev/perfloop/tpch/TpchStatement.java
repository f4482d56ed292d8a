package dev.perfloop.tpch;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A statement of TPC-H with the specification's values for validation (3.0.1, clause 2.4); the view of Q15 is a common table. */
record TpchStatement(String id, String sql) {

    static List<TpchStatement> all(double scale) {
        // Clause 2.4.11.3: the fraction shrinks as the data grows.
        String fraction = String.format(Locale.ROOT, "%.10f", 0.0001 / scale);
        return IntStream.rangeClosed(1, 22)
                .mapToObj(number -> new TpchStatement(
                        "Q" + number,
                        TpchData.text(String.format(Locale.ROOT, "q%02d.sql", number))
                                .replace(":fraction", fraction)
                                .strip()))
                .toList();
    }
}
