package dev.perfloop.shop.pricing;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PromotionRepository {

    private final JdbcClient jdbc;

    PromotionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Promotion> runningOn(LocalDate day) {
        return jdbc.sql("""
                SELECT id,
                       name,
                       product_pattern,
                       percent_off,
                       min_price,
                       combinable
                  FROM promotion
                 WHERE :day BETWEEN starts_on AND ends_on
                 ORDER BY id
                """).param("day", day).query(Promotion.class).list();
    }
}
