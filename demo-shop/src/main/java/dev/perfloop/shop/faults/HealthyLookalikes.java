package dev.perfloop.shop.faults;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sound requests that a hasty look would take for faults. */
@Faulty
class HealthyLookalikes {
    private final JdbcClient jdbc;

    HealthyLookalikes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By primary key, however often. */
    @GetMapping("/product-name")
    String productName(@RequestParam long product) {
        return jdbc.sql("SELECT name FROM product WHERE id = :id")
                .param("id", product)
                .query(String.class)
                .single();
    }

    /** Reads a table of a few rows as a whole. */
    @GetMapping("/supplier-countries")
    List<Map<String, Object>> supplierCountries(@RequestParam String country) {
        return jdbc.sql("SELECT id, name FROM fault_setting WHERE name = :country")
                .param("country", country)
                .query()
                .listOfRows();
    }

    /** A basket of five, five times by primary key. */
    @GetMapping("/basket-preview")
    List<String> basketPreview(@RequestParam long product) {
        return LongStream.rangeClosed(product, product + 4)
                .mapToObj(this::productName)
                .toList();
    }

    @PostMapping("/note")
    int note(@RequestParam String text) {
        return jdbc.sql("INSERT INTO fault_note (text) VALUES (:text)")
                .param("text", text)
                .update();
    }
}
