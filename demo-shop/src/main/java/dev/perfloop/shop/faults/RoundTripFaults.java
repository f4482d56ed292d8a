package dev.perfloop.shop.faults;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Too many trips to the database, or too much brought home from one. */
@Faulty
class RoundTripFaults {
    private static final List<String> COUNTED = List.of(
            "customer",
            "product",
            "category",
            "supplier",
            "stock",
            "promotion",
            "review",
            "customer_order",
            "order_line");

    private final JdbcClient jdbc;

    RoundTripFaults(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One query for the products of a category, then one for each product's stock and one for its supplier. */
    @GetMapping("/stock-of-category")
    List<Integer> stockOfCategory(@RequestParam int category, @RequestParam int size) {
        return jdbc
                .sql("SELECT id FROM product WHERE category_id = :category ORDER BY popularity DESC LIMIT :size")
                .param("category", category)
                .param("size", size)
                .query(Long.class)
                .list()
                .stream()
                .map(id -> jdbc.sql("SELECT quantity FROM stock WHERE product_id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .toList();
    }

    /** A page of many tiles, each with its own little query. */
    @GetMapping("/dashboard")
    List<Long> dashboard(@RequestParam long id) {
        return Stream.concat(
                        COUNTED.stream()
                                .map(table -> one("SELECT count(*) FROM (SELECT 1 FROM " + table + " LIMIT 5) t")),
                        COUNTED.stream()
                                .filter(table -> !table.equals("stock") && !table.equals("order_line"))
                                .flatMap(table -> Stream.of(
                                        one("SELECT count(*) FROM " + table + " WHERE id = " + id % 7),
                                        one("SELECT coalesce(max(id), 0) FROM " + table + " WHERE id <= " + id))))
                .toList();
    }

    private long one(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }

    /** The same menu is asked for again for every tile. */
    @GetMapping("/menu")
    int menu(@RequestParam int tiles) {
        int entries = 0;
        for (int tile = 0; tile < tiles; tile++) {
            entries += jdbc.sql("""
                            SELECT c.name, count(p.id) AS products, max(p.price) AS dearest
                              FROM category c JOIN product p ON p.category_id = c.id
                             WHERE p.id <= 8000
                             GROUP BY c.name""").query().listOfRows().size();
        }
        return entries;
    }

    /** No transaction around the loop, so that each row is a commit of its own. */
    @PostMapping("/import")
    int importRows(@RequestParam int rows) {
        for (int row = 0; row < rows; row++) {
            jdbc.sql("INSERT INTO fault_import (code, amount) VALUES (:code, :amount)")
                    .param("code", "row-" + row)
                    .param("amount", row)
                    .update();
        }
        return rows;
    }

    /** All columns of thousands of rows are fetched to show how many there are. */
    @GetMapping("/order-count")
    int orderCount(@RequestParam long from) {
        List<Map<String, Object>> all = jdbc.sql("SELECT * FROM customer_order WHERE id BETWEEN :from AND :from + 8000")
                .param("from", from)
                .query()
                .listOfRows();
        return all.size();
    }

    /** The customer goes, and every table that points to customers is looked through. */
    @PostMapping("/forget-customer")
    int forgetCustomer() {
        Long id = jdbc.sql("""
                        INSERT INTO customer (email, first_name, last_name, city, country, created_at)
                        VALUES (gen_random_uuid()::text, 'Ann', 'Onym', 'Nowhere', 'NO', now()) RETURNING id""").query(Long.class).single();
        return jdbc.sql("DELETE FROM customer WHERE id = :id").param("id", id).update();
    }
}
