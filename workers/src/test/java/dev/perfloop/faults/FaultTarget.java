package dev.perfloop.faults;

/** The target file of a case. */
final class FaultTarget {
    private FaultTarget() {}

    static String of(Fault fault, FaultShop shop) {
        return """
                name: faults
                baseUrl: %s
                load:
                  arrivalRate: %d/s
                  requests:
                %s
                  feeders:
                    product: { range: 1..20000, distribution: zipf }
                    customer: { range: 1..20000 }
                    order: { range: 1..300000 }
                    number: { range: 1..300000 }
                    offset: { range: 200000..300000 }
                    category: { sql: "select distinct category_id from product" }
                    page: { range: 0..4 }
                    size: { range: 20..90 }
                    tiles: { range: 4..7 }
                    rows: { range: 20..60 }
                    city: { sql: "select distinct delivery_city from customer_order limit 30" }
                    status: { values: [NEW, PAID, CANCELLED] }
                    email: { sql: "select email from customer limit 1000" }
                objectives:
                  requests:
                    %s: { p95: %dms }
                database: { url: "%s", user: perfloop_agent, password: agent }
                metrics: { prometheus: "%s/actuator/prometheus" }
                jmx: 127.0.0.1:%d
                guards: { maxRate: 1000/s }
                """.formatted(
                        shop.url(),
                        fault.rate(),
                        fault.scenario(),
                        fault.slow(),
                        fault.p95Ms(),
                        shop.databaseUrl(),
                        shop.url(),
                        shop.jmxPort());
    }
}
