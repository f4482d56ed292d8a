export const EXAMPLE = `name: shop
baseUrl: http://localhost:8081
load:
  arrivalRate: 40/s
  requests:
    - { name: catalogue, weight: 40, get: "/api/products?category={category}" }
  feeders:
    category: { sql: "select id from category", distribution: zipf }
objectives: { p95: 200ms, p99: 800ms, errors: 0.5% }
database: { url: "jdbc:postgresql://localhost:5432/shop", user: perfloop, password: "\${SHOP_DB_PASSWORD}" }
`;
