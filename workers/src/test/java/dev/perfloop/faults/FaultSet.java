package dev.perfloop.faults;

import java.util.List;
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

    private static final String SEQUENTIAL = "MISSING_INDEX";

    private FaultSet() {}

    static List<Fault> all() {
        return Stream.of(indexes(), upkeep(), waiting(), roundTrips(), work(), healthy())
                .flatMap(List::stream)
                .toList();
    }

    /** Sound requests only, with an objective that holds. */
    static Fault healthyLoad() {
        return healthy().getFirst();
    }

    private static List<Fault> indexes() {
        return List.of(
                Fault.of(
                                "missing index, filter and order",
                                get("reviews", "/api/products/{product}/reviews"),
                                20,
                                "review",
                                SEQUENTIAL)
                        .on("DROP INDEX fix_review")
                        .off("CREATE INDEX fix_review ON review (product_id, created_at DESC)"),
                Fault.of(
                                "missing index of a foreign key",
                                get("orders", "/api/customers/{customer}/orders"),
                                15,
                                "customer_order",
                                SEQUENTIAL)
                        .on("DROP INDEX fix_orders")
                        .off("CREATE INDEX fix_orders ON customer_order (customer_id, ordered_at DESC)"),
                Fault.of(
                        "missing index on two columns and an order",
                        get("city", "/api/faults/orders-of-city?city={city}&status={status}"),
                        10,
                        "delivery_city",
                        SEQUENTIAL),
                Fault.of(
                        "missing index on an expression",
                        get("email", "/api/faults/customer-by-email?email={email}"),
                        5,
                        "lower(",
                        SEQUENTIAL,
                        "DEFEATED_INDEX"),
                Fault.of(
                        "pattern search without trigrams",
                        get("named", "/api/faults/customers-named?part=zzq{number}"),
                        5,
                        "trgm",
                        SEQUENTIAL),
                Fault.of(
                        "index defeated by a cast",
                        get("number", "/api/faults/order-by-number?number={order}"),
                        10,
                        "::text",
                        "DEFEATED_INDEX",
                        SEQUENTIAL),
                Fault.of(
                                "foreign key paid in the delete's trigger",
                                post("forget", "/api/faults/forget-customer"),
                                15,
                                "review",
                                "UNINDEXED_FOREIGN_KEY",
                                SEQUENTIAL)
                        .on("DROP INDEX fix_review_customer")
                        .off("CREATE INDEX fix_review_customer ON review (customer_id)"),
                Fault.of(
                                "missing index of a rare state",
                                get("job", "/api/faults/next-job"),
                                5,
                                "fault_job",
                                SEQUENTIAL)
                        .on(
                                "INSERT INTO fault_job SELECT i, 'done', repeat('x', 100) FROM generate_series(1, 300000) i",
                                "UPDATE fault_job SET state = 'waiting' WHERE id > 299990",
                                "VACUUM FULL ANALYZE fault_job")
                        .off("TRUNCATE fault_job"),
                Fault.of(
                                "missing index of a join",
                                get("letters", "/api/faults/letters?customer={customer}"),
                                5,
                                "fault_letter",
                                SEQUENTIAL)
                        .on(
                                "INSERT INTO fault_letter SELECT i, 1 + i % 50000, 'c' || i % 100 FROM generate_series(1, 250000) i",
                                "VACUUM ANALYZE fault_letter")
                        .off("TRUNCATE fault_letter", "ANALYZE fault_letter"),
                Fault.of(
                        "large offset",
                        get("page", "/api/faults/orders-page?offset={offset}"),
                        10,
                        "offset",
                        "LARGE_OFFSET"));
    }

    private static List<Fault> upkeep() {
        return List.of(
                Fault.of(
                                "stale statistics",
                                get("mailing", "/api/faults/mailing?campaign=autumn"),
                                20,
                                "fault_letter",
                                "STALE_STATISTICS",
                                "BAD_ESTIMATE")
                        .on(
                                "ALTER TABLE fault_letter SET (autovacuum_enabled = false)",
                                "INSERT INTO fault_letter SELECT i, 1 + i % 50000, 'c' || i FROM generate_series(1, 2000) i",
                                "ANALYZE fault_letter",
                                "INSERT INTO fault_letter SELECT i, 1 + i % 50000, 'autumn' FROM generate_series(2001, 42000) i")
                        .off(
                                "TRUNCATE fault_letter",
                                "ALTER TABLE fault_letter RESET (autovacuum_enabled)",
                                "ANALYZE fault_letter"),
                Fault.of("bloat", get("job", "/api/faults/next-job"), 5, "fault_job", "TABLE_BLOAT", "BLOAT")
                        .on(
                                "ALTER TABLE fault_job SET (autovacuum_enabled = false)",
                                "INSERT INTO fault_job SELECT i, 'done', repeat('x', 300) FROM generate_series(1, 300000) i",
                                "DELETE FROM fault_job WHERE id <= 299800",
                                "SELECT pg_stat_force_next_flush()",
                                "ANALYZE fault_job",
                                "VACUUM (TRUNCATE false) fault_job")
                        .off("TRUNCATE fault_job", "ALTER TABLE fault_job RESET (autovacuum_enabled)"),
                Fault.of(
                                "vacuum held back by an idle transaction",
                                get("job", "/api/faults/next-job"),
                                5,
                                "idle in transaction",
                                "VACUUM_HELD_BACK")
                        .on(
                                "INSERT INTO fault_job SELECT i, 'waiting', repeat('x', 300) FROM generate_series(1, 100) i")
                        .session(
                                "BEGIN ISOLATION LEVEL REPEATABLE READ",
                                "SELECT count(*) FROM fault_setting",
                                Disturbance.STAY)
                        .session(
                                "INSERT INTO fault_job SELECT i, 'done', repeat('x', 300) FROM generate_series(1001, 300000) i",
                                "DELETE FROM fault_job WHERE id > 1000",
                                "UPDATE fault_job SET state = 'done'",
                                "VACUUM (ANALYZE) fault_job",
                                Disturbance.STAY)
                        .off("TRUNCATE fault_job"),
                Fault.of(
                                "too small work_mem",
                                get("ranking", "/api/faults/ranking?from={number}"),
                                20,
                                "work_mem",
                                "SMALL_WORK_MEM")
                        .on("ALTER DATABASE shop SET work_mem = '64kB'")
                        .off("ALTER DATABASE shop RESET work_mem"));
    }

    private static List<Fault> waiting() {
        return List.of(
                Fault.of(
                                "row-lock contention",
                                post("visit", "/api/faults/count-visit"),
                                60,
                                "fault_counter",
                                "ROW_LOCK_CONTENTION")
                        .rate(60),
                Fault.of(
                                "table lock of a maintenance job",
                                get("job", "/api/faults/supplier-countries?country=n{page}"),
                                30,
                                "fault_setting",
                                "RELATION_LOCK_CONTENTION")
                        .session(
                                "BEGIN",
                                "LOCK TABLE fault_setting IN ACCESS EXCLUSIVE MODE",
                                Disturbance.PAUSE + 400,
                                "COMMIT",
                                Disturbance.PAUSE + 300),
                Fault.of(
                        "slow downstream call",
                        get("price", "/api/faults/price-in?product={product}"),
                        60,
                        "downstream",
                        "SLOW_DOWNSTREAM",
                        "SLOW_DOWNSTREAM_CALL"),
                Fault.of(
                                "connections held during a call",
                                get("reserve", "/api/faults/reserve?product={product}"),
                                130,
                                "connection",
                                "POOL_EXHAUSTION",
                                "CONNECTION_HELD",
                                "POOL_WAIT",
                                "CONNECTION_POOL_EXHAUSTED")
                        .rate(290),
                Fault.of("monitor contention", get("ticket", "/api/faults/ticket"), 35, "tickets", "MONITOR_CONTENTION")
                        .rate(64));
    }

    private static List<Fault> roundTrips() {
        return List.of(
                Fault.of(
                        "one query a row",
                        get("stock", "/api/faults/stock-of-category?category={category}&size={size}"),
                        4,
                        "stock",
                        "N_PLUS_ONE"),
                Fault.of(
                        "chatty page",
                        get("dashboard", "/api/faults/dashboard?id={page}"),
                        2,
                        "statements",
                        "CHATTY_ENDPOINT",
                        "CHATTY_REQUEST"),
                Fault.of(
                        "the same question again and again",
                        get("menu", "/api/faults/menu?tiles={tiles}"),
                        15,
                        "category",
                        "REPEATED_QUERY"),
                Fault.of(
                        "a commit per row",
                        post("import", "/api/faults/import?rows={rows}"),
                        2,
                        "fault_import",
                        "COMMIT_PER_ROW",
                        "ROUND_TRIP_PER_ROW"),
                Fault.of(
                        "thousands of rows for one figure",
                        get("count", "/api/faults/order-count?from={number}"),
                        10,
                        "customer_order",
                        "OVER_FETCHING",
                        "UNBOUNDED_RESULT"));
    }

    private static List<Fault> work() {
        return List.of(
                Fault.of(
                        "hot code",
                        get("quote", "/api/faults/quote?upTo=14000"),
                        10,
                        "isprime",
                        "CPU_HOT_PATH",
                        "HOT_PATH"),
                Fault.of(
                                "allocation",
                                get("feed", "/api/faults/feed?entries=4000"),
                                6,
                                "feed",
                                "ALLOCATION_PRESSURE",
                                "GC_PRESSURE")
                        .rate(60));
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

    private static String get(String name, String path) {
        return "{ name: %s, weight: 60, get: \"%s\" }".formatted(name, path);
    }

    private static String post(String name, String path) {
        return "{ name: %s, weight: 60, post: \"%s\" }".formatted(name, path);
    }
}
