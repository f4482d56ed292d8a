package dev.perfloop.shop.reporting;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SalesRepository {

    private final JdbcClient jdbc;

    SalesRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SalesOfDay> perDaySince(OffsetDateTime since) {
        return jdbc.sql("""
                SELECT (placed.ordered_at AT TIME ZONE 'UTC')::date AS day,
                       count(DISTINCT placed.id)                    AS orders,
                       sum(line.quantity)                           AS units,
                       sum(line.quantity * line.unit_price)         AS revenue
                  FROM customer_order placed
                  JOIN order_line line ON line.order_id = placed.id
                 WHERE placed.ordered_at >= :since
                   AND placed.status <> 'CANCELLED'
                 GROUP BY day
                 ORDER BY day
                """).param("since", since).query(SalesOfDay.class).list();
    }
}
