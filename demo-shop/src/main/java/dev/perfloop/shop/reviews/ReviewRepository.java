package dev.perfloop.shop.reviews;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReviewRepository {

    private final JdbcClient jdbc;

    ReviewRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Review> latest(long productId, int limit) {
        return jdbc.sql("""
                SELECT review.id,
                       customer.first_name AS author,
                       review.rating,
                       review.title,
                       review.body,
                       review.created_at
                  FROM review
                  JOIN customer ON customer.id = review.customer_id
                 WHERE review.product_id = :productId
                 ORDER BY review.created_at DESC
                 LIMIT :limit
                """)
                .param("productId", productId)
                .param("limit", limit)
                .query(Review.class)
                .list();
    }
}
