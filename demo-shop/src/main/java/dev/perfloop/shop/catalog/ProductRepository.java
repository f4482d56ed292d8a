package dev.perfloop.shop.catalog;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ProductRepository {

    private final JdbcClient jdbc;

    ProductRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Product> find(long id) {
        return jdbc.sql("""
                SELECT id,
                       sku,
                       name,
                       brand,
                       description,
                       category_id,
                       supplier_id,
                       price,
                       active,
                       popularity,
                       rating,
                       rating_count,
                       created_at
                  FROM product
                 WHERE id = :id
                """).param("id", id).query(Product.class).optional();
    }

    List<ProductTeaser> mostPopular(int categoryId, int offset, int limit) {
        return jdbc.sql("""
                SELECT id,
                       name,
                       brand,
                       price,
                       rating,
                       rating_count
                  FROM product
                 WHERE category_id = :categoryId
                   AND active
                 ORDER BY popularity DESC,
                          id DESC
                OFFSET :offset
                 LIMIT :limit
                """)
                .param("categoryId", categoryId)
                .param("offset", offset)
                .param("limit", limit)
                .query(ProductTeaser.class)
                .list();
    }

    /** What else was in the latest orders with this product, most frequent first. */
    List<ProductTeaser> boughtTogetherWith(long id, int limit) {
        return jdbc.sql("""
                WITH lately AS (
                    SELECT order_id
                      FROM order_line
                     WHERE product_id = :id
                     ORDER BY order_id DESC
                     LIMIT 40
                ), companion AS (
                    SELECT line.product_id,
                           count(*) AS times
                      FROM lately
                      JOIN order_line line ON line.order_id = lately.order_id
                     WHERE line.product_id <> :id
                     GROUP BY line.product_id
                     ORDER BY times DESC,
                              line.product_id
                     LIMIT :limit
                )
                SELECT product.id,
                       product.name,
                       product.brand,
                       product.price,
                       product.rating,
                       product.rating_count
                  FROM companion
                  JOIN product ON product.id = companion.product_id
                 ORDER BY companion.times DESC,
                          product.id
                """)
                .param("id", id)
                .param("limit", limit)
                .query(ProductTeaser.class)
                .list();
    }
}
