package dev.perfloop.web.targets;

final class TargetFixtures {

    private TargetFixtures() {}

    static String shop(String name) {
        return """
                name: %s
                baseUrl: http://localhost:8081
                load:
                  arrivalRate: 40/s
                  requests:
                    - { name: catalogue, weight: 40, get: "/api/products?category={category}&page={page}" }
                    - { name: checkout, weight: 5, post: /api/orders, body: "{order}", expect: 201 }
                  feeders:
                    category: { sql: "select id from category", distribution: zipf }
                    page: { range: 0..4 }
                    order: { template: "{\\"product\\": {page}}" }
                objectives: { p95: 200ms, errors: 0.5%% }
                database:
                  url: "jdbc:postgresql://localhost:5432/shop"
                  user: perfloop
                  password: "${SHOP_DB_PASSWORD}"
                """.formatted(name);
    }
}
