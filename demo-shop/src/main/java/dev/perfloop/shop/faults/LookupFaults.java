package dev.perfloop.shop.faults;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Reads that no index serves, each for another reason. */
@Faulty
class LookupFaults {
    private final JdbcClient jdbc;

    LookupFaults(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/customer-by-email")
    List<Map<String, Object>> customerByEmail(@RequestParam String email) {
        return jdbc.sql("SELECT id, first_name, last_name FROM customer WHERE lower(email) = lower(:email)")
                .param("email", email)
                .query()
                .listOfRows();
    }

    @GetMapping("/customers-named")
    List<Map<String, Object>> customersNamed(@RequestParam String part) {
        return jdbc.sql("SELECT id, email FROM customer WHERE email LIKE '%' || :part || '%' LIMIT 20")
                .param("part", part)
                .query()
                .listOfRows();
    }

    /** The number comes as text, and it is the column that is made text. */
    @GetMapping("/order-by-number")
    List<Map<String, Object>> orderByNumber(@RequestParam String number) {
        return jdbc.sql("SELECT id, status, total FROM customer_order WHERE id::text = :number")
                .param("number", number)
                .query()
                .listOfRows();
    }

    @GetMapping("/orders-of-city")
    List<Map<String, Object>> ordersOfCity(@RequestParam String city, @RequestParam String status) {
        return jdbc.sql("""
                        SELECT id, reference, total
                          FROM customer_order
                         WHERE delivery_city = :city AND status = :status
                         ORDER BY ordered_at DESC
                         LIMIT 20""").param("city", city).param("status", status).query().listOfRows();
    }

    @GetMapping("/orders-page")
    List<Map<String, Object>> ordersPage(@RequestParam long offset) {
        return jdbc.sql("SELECT id, reference, total FROM customer_order ORDER BY id LIMIT 20 OFFSET :offset")
                .param("offset", offset)
                .query()
                .listOfRows();
    }

    @GetMapping("/next-job")
    List<Map<String, Object>> nextJob() {
        return jdbc.sql("SELECT id, payload FROM fault_job WHERE state = 'waiting' LIMIT 1")
                .query()
                .listOfRows();
    }

    @GetMapping("/mailing")
    List<Map<String, Object>> mailing(@RequestParam String campaign) {
        return jdbc.sql("""
                        SELECT c.country, count(*) AS letters, max(c.last_name) AS last
                          FROM fault_letter l
                          JOIN customer c ON c.id = l.customer_id
                         WHERE l.campaign = :campaign
                         GROUP BY c.country""").param("campaign", campaign).query().listOfRows();
    }

    @GetMapping("/letters")
    List<Map<String, Object>> letters(@RequestParam long customer) {
        return jdbc.sql("""
                        SELECT c.last_name, l.campaign
                          FROM customer c
                          JOIN fault_letter l ON l.customer_id = c.id
                         WHERE c.id = :customer""").param("customer", customer).query().listOfRows();
    }

    @GetMapping("/ranking")
    List<Map<String, Object>> ranking(@RequestParam int from) {
        return jdbc.sql("""
                        SELECT order_id, product_id, row_number() OVER (ORDER BY unit_price, quantity, order_id) AS place
                          FROM order_line
                         WHERE order_id BETWEEN :from AND :from + 12000
                         ORDER BY place DESC
                         LIMIT 5""").param("from", from).query().listOfRows();
    }
}
