package dev.perfloop.shop.checkout;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CheckoutRepository {

    record Buyer(long id, String firstName, String lastName, String city) {}

    private final JdbcClient jdbc;

    CheckoutRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Buyer> findBuyer(long id) {
        return jdbc.sql("""
                SELECT id,
                       first_name,
                       last_name,
                       city
                  FROM customer
                 WHERE id = :id
                """).param("id", id).query(Buyer.class).optional();
    }

    long insertOrder(
            Buyer buyer, String reference, @Nullable String note, String client, BigDecimal total, OffsetDateTime now) {
        return jdbc.sql("""
                INSERT INTO customer_order
                       (reference, delivery_name, delivery_street, delivery_city, note, client, customer_id, status, total, ordered_at)
                VALUES (:reference, :name, 'as on file', :city, :note, :client, :customerId, 'NEW', :total, :now)
                RETURNING id
                """)
                .param("reference", reference)
                .param("name", buyer.firstName() + " " + buyer.lastName())
                .param("city", buyer.city())
                .param("note", note)
                .param("client", client)
                .param("customerId", buyer.id())
                .param("total", total)
                .param("now", now)
                .query(Long.class)
                .single();
    }

    void insertLine(long orderId, int lineNo, long productId, int quantity, BigDecimal unitPrice) {
        jdbc.sql("""
                INSERT INTO order_line
                       (order_id, line_no, product_id, quantity, unit_price)
                VALUES (:orderId, :lineNo, :productId, :quantity, :unitPrice)
                """)
                .param("orderId", orderId)
                .param("lineNo", lineNo)
                .param("productId", productId)
                .param("quantity", quantity)
                .param("unitPrice", unitPrice)
                .update();
    }
}
