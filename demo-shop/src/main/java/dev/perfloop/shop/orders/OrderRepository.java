package dev.perfloop.shop.orders;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OrderRepository {

    private final JdbcClient jdbc;

    OrderRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Order> find(long id) {
        return jdbc.sql("""
                SELECT id,
                       reference,
                       customer_id,
                       status,
                       total,
                       ordered_at
                  FROM customer_order
                 WHERE id = :id
                """).param("id", id).query(Order.class).optional();
    }

    List<Order> latestOf(long customerId, int limit) {
        return jdbc.sql("""
                SELECT id,
                       reference,
                       customer_id,
                       status,
                       total,
                       ordered_at
                  FROM customer_order
                 WHERE customer_id = :customerId
                 ORDER BY ordered_at DESC
                 LIMIT :limit
                """)
                .param("customerId", customerId)
                .param("limit", limit)
                .query(Order.class)
                .list();
    }

    List<OrderLine> linesOf(long orderId) {
        return jdbc.sql("""
                SELECT line_no,
                       product_id,
                       quantity,
                       unit_price
                  FROM order_line
                 WHERE order_id = :orderId
                 ORDER BY line_no
                """).param("orderId", orderId).query(OrderLine.class).list();
    }
}
