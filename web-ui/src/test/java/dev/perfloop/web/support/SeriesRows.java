package dev.perfloop.web.support;

import java.util.List;

/** Series of a target and their readings, as monitoring would have left them by 08:00, when the tests' clock begins. */
public final class SeriesRows {
    private final Rows rows;

    /** Makes room for what is read in the months around it. */
    SeriesRows(Rows rows) {
        this.rows = rows;
        for (String table : List.of("sample", "sample_minute", "sample_hour")) {
            rows.jdbc()
                    .sql(
                            "CREATE TABLE IF NOT EXISTS %s_of_tests PARTITION OF %s FOR VALUES FROM ('2026-10-01') TO ('2026-12-01')"
                                    .formatted(table, table))
                    .update();
        }
        rows.jdbc().sql("""
                        INSERT INTO sample_mark SELECT r, '2026-11-21 08:00Z', '2026-11-20 00:00Z'
                        FROM unnest(ARRAY['RAW', 'MINUTE', 'HOUR']) r ON CONFLICT DO NOTHING""").update();
    }

    /** One of the target as a whole, from now on; its id. */
    public int add(String target, String source, String metric, String unit, String kind) {
        return rows.jdbc()
                .sql("""
                        INSERT INTO series (target_id, source, metric, title, unit, kind, first_at)
                        VALUES (:target, :source, :metric, '', :unit, :kind, now())
                        RETURNING id""")
                .param("target", target)
                .param("source", source)
                .param("metric", metric)
                .param("unit", unit)
                .param("kind", kind)
                .query(Integer.class)
                .single();
    }

    /** A minute or an hour of one. */
    public void rolled(String table, int series, String at, int count, double weight, double total) {
        rows.jdbc()
                .sql("INSERT INTO %s VALUES (:id, :at::timestamptz, :count, 0, 9, :total, :weight, 1)".formatted(table))
                .param("id", series)
                .param("at", at)
                .param("count", count)
                .param("total", total)
                .param("weight", weight)
                .update();
    }
}
