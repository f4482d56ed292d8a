package dev.perfloop.faults;

import static dev.perfloop.faults.Fault.get;
import static dev.perfloop.faults.Fault.post;

import java.util.List;

/** What is wrong in the database: indexes that lack or do not help, and upkeep that was not done. */
final class DatabaseFaults {
    private static final String SEQUENTIAL = "MISSING_INDEX";

    private DatabaseFaults() {}

    static List<Fault> indexes() {
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

    static List<Fault> upkeep() {
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
}
