package dev.perfloop.shop.search;

import dev.perfloop.shop.catalog.ProductTeaser;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SearchRepository {

    private final JdbcClient jdbc;

    SearchRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ProductTeaser> search(String words, int limit) {
        return jdbc.sql("""
                SELECT id,
                       name,
                       brand,
                       price,
                       rating,
                       rating_count
                  FROM product
                 WHERE search @@ websearch_to_tsquery('english', :words)
                   AND active
                 ORDER BY popularity DESC,
                          id DESC
                 LIMIT :limit
                """)
                .param("words", words)
                .param("limit", limit)
                .query(ProductTeaser.class)
                .list();
    }
}
