package dev.perfloop.shop.data;

/** The tables that are filled, parents first. */
enum Table {
    SUPPLIER("supplier", "id, name, country"),
    CATEGORY("category", "id, parent_id, name, slug"),
    PRODUCT(
            "product",
            "id, sku, name, brand, description, category_id, supplier_id, price, active, popularity, rating, rating_count, created_at"),
    STOCK("stock", "product_id, quantity, warehouse, updated_at"),
    CUSTOMER("customer", "id, email, first_name, last_name, city, country, created_at"),
    CUSTOMER_ORDER(
            "customer_order",
            "id, reference, delivery_name, delivery_street, delivery_city, note, client, customer_id, status, total, ordered_at"),
    ORDER_LINE("order_line", "order_id, line_no, product_id, quantity, unit_price"),
    REVIEW("review", "id, title, body, product_id, customer_id, rating, created_at"),
    PROMOTION("promotion", "id, name, product_pattern, percent_off, min_price, combinable, starts_on, ends_on");

    private final String sqlName;
    private final String columns;

    Table(String sqlName, String columns) {
        this.sqlName = sqlName;
        this.columns = columns;
    }

    String sqlName() {
        return sqlName;
    }

    /** FREEZE spares the first load test a vacuum of everything; it is allowed as the load truncates first. */
    String copySql() {
        return "COPY %s (%s) FROM STDIN (FREEZE)".formatted(sqlName, columns);
    }
}
