package dev.perfloop.monitoring.statement;

import static dev.perfloop.monitoring.series.Source.ANALYSIS;

import dev.perfloop.monitoring.series.SeriesKey;
import java.time.Instant;

/**
 * What was found of a statement.
 *
 * @param statement its id in pg_stat_statements
 * @param figure    how bad it is, as its kind counts
 */
record Burden(String statement, Kind kind, Instant since, double figure, String words) {

    enum Kind {
        /** By how many times a call takes longer. */
        SLOWER("statement_slower_times", "1", 1),
        /** By how many times it is called more often than is usual at these hours. */
        CALLED_MORE("statement_calls_times", "1", 1),
        /** Of a statement that was next to nothing before: its share of the database's time. */
        NEW_HEAVY("statement_new_share", "share", 0),
        /** By how many times a call takes longer by another plan; where it was not called on both sides, by how many it costs more. */
        PLAN_CHANGED("statement_plan_times", "1", 1),
        /** By how many times a call takes longer since we dropped an index. */
        WITHOUT_INDEX("statement_without_index_times", "1", 1);

        private final String metric;
        private final String unit;
        private final double calm;

        Kind(String metric, String unit, double calm) {
            this.metric = metric;
            this.unit = unit;
            this.calm = calm;
        }

        String metric() {
            return metric;
        }

        SeriesKey series(String statement, String title) {
            return SeriesKey.gauge(ANALYSIS, metric, unit).of(statement, title);
        }

        /** The figure where nothing is found. */
        double calm() {
            return calm;
        }
    }
}
