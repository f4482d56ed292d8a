package dev.perfloop.faults;

import static dev.perfloop.faults.Fault.get;
import static dev.perfloop.faults.Fault.post;

import java.util.List;

/** What is wrong in the service: waiting, asking the database too often or for too much, and work of its own. */
final class ServiceFaults {
    private ServiceFaults() {}

    static List<Fault> waiting() {
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

    static List<Fault> roundTrips() {
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

    static List<Fault> work() {
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
}
