package dev.perfloop.faults;

import static dev.perfloop.faults.Fault.get;
import static dev.perfloop.faults.Fault.post;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The cases. The kinds are the words of the findings, from the detectors' own constants as their users read them. */
final class FaultSet {
    /** What the shop is mended by and given before any case. */
    static final List<String> GROUND = List.of(
            "CREATE INDEX IF NOT EXISTS fix_review ON review (product_id, created_at DESC)",
            "CREATE INDEX IF NOT EXISTS fix_orders ON customer_order (customer_id, ordered_at DESC)",
            "CREATE INDEX IF NOT EXISTS fix_catalogue ON product (category_id, popularity DESC)",
            "CREATE INDEX IF NOT EXISTS fix_review_customer ON review (customer_id)",
            "DROP INDEX IF EXISTS idx_order_line_product",
            "CREATE TABLE fault_counter (id int PRIMARY KEY, visits bigint NOT NULL)",
            "INSERT INTO fault_counter SELECT i, 0 FROM generate_series(1, 50) i",
            "CREATE TABLE fault_import (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, code text, amount int)",
            "CREATE TABLE fault_note (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, text text)",
            "CREATE TABLE fault_setting (id int PRIMARY KEY, name text, value text)",
            "INSERT INTO fault_setting SELECT i, 'n' || i, repeat('v', 20) FROM generate_series(1, 40) i",
            "CREATE TABLE fault_job (id bigint PRIMARY KEY, state text NOT NULL, payload text NOT NULL)",
            "CREATE TABLE fault_letter (id bigint PRIMARY KEY, customer_id bigint NOT NULL, campaign text NOT NULL)",
            "CREATE INDEX fault_letter_campaign ON fault_letter (campaign)",
            "ALTER TABLE fault_counter OWNER TO shop",
            "ALTER TABLE fault_import OWNER TO shop",
            "ALTER TABLE fault_note OWNER TO shop",
            "ALTER TABLE fault_setting OWNER TO shop",
            "ALTER TABLE fault_job OWNER TO shop",
            "ALTER TABLE fault_letter OWNER TO shop",
            "VACUUM ANALYZE");

    private FaultSet() {}

    static List<Fault> all() {
        return Stream.of(
                        DatabaseFaults.indexes(),
                        DatabaseFaults.upkeep(),
                        ServiceFaults.waiting(),
                        ServiceFaults.roundTrips(),
                        ServiceFaults.work(),
                        healthy())
                .flatMap(List::stream)
                .toList();
    }

    /** Sound requests only, with an objective that holds. */
    static Fault healthyLoad() {
        return healthy().getFirst();
    }

    /** Requests that keep the database busy for milliseconds each, as those do of a service that wants help. */
    static Fault workingLoad() {
        var slow = DatabaseFaults.indexes().stream()
                .filter(fault -> fault.on().isEmpty())
                .filter(fault -> Set.of("city", "number", "page").contains(fault.slow()))
                .toList();
        return slow.getFirst()
                .requests(slow.stream()
                        .flatMap(fault -> fault.requests().stream())
                        .toList());
    }

    private static List<Fault> healthy() {
        return List.of(
                Fault.of(
                        "healthy: objectives hold",
                        get("product-name", "/api/faults/product-name?product={product}"),
                        400,
                        ""),
                Fault.of(
                        "healthy: tiny table read whole",
                        get("countries", "/api/faults/supplier-countries?country=n{page}"),
                        1,
                        ""),
                Fault.of(
                        "healthy: five look-ups", get("basket", "/api/faults/basket-preview?product={product}"), 1, ""),
                Fault.of(
                                "healthy: busy look-up by key",
                                get("product-name", "/api/faults/product-name?product={product}"),
                                1,
                                "")
                        .rate(120),
                Fault.of("healthy: many small writes", post("note", "/api/faults/note?text=hello"), 1, "")
                        .rate(60),
                Fault.of(
                        "healthy: indexed reads with a hard objective",
                        get("reviews", "/api/products/{product}/reviews"),
                        1,
                        ""));
    }
}
