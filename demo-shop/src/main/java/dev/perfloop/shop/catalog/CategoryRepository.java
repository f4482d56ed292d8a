package dev.perfloop.shop.catalog;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CategoryRepository {

    private final JdbcClient jdbc;

    CategoryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CategorySummary> summaries() {
        return jdbc.sql("""
                SELECT category.id,
                       category.name,
                       category.slug,
                       parent.name                   AS parent,
                       count(*)                      AS products,
                       round(avg(product.price), 2)  AS average_price,
                       min(product.price)            AS lowest_price,
                       round(avg(product.rating), 2) AS rating,
                       sum(product.rating_count)     AS reviews
                  FROM category
                  JOIN category parent ON parent.id = category.parent_id
                  JOIN product ON product.category_id = category.id
                 WHERE product.active
                 GROUP BY category.id,
                          parent.id
                 ORDER BY parent.name,
                          category.name
                """).query(CategorySummary.class).list();
    }
}
