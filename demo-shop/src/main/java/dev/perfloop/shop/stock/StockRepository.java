package dev.perfloop.shop.stock;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StockRepository {

    private final JdbcClient jdbc;

    StockRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Stock> find(long productId) {
        return jdbc.sql("""
                SELECT product_id,
                       quantity,
                       warehouse,
                       updated_at
                  FROM stock
                 WHERE product_id = :productId
                """).param("productId", productId).query(Stock.class).optional();
    }

    Optional<Stock> lock(long productId) {
        return jdbc.sql("""
                SELECT product_id,
                       quantity,
                       warehouse,
                       updated_at
                  FROM stock
                 WHERE product_id = :productId
                   FOR UPDATE
                """).param("productId", productId).query(Stock.class).optional();
    }

    int setQuantity(long productId, int quantity, OffsetDateTime now) {
        return jdbc.sql("""
                UPDATE stock
                   SET quantity   = :quantity,
                       updated_at = :now
                 WHERE product_id = :productId
                """)
                .param("quantity", quantity)
                .param("now", now)
                .param("productId", productId)
                .update();
    }
}
