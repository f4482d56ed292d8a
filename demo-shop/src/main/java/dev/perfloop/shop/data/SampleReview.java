package dev.perfloop.shop.data;

import java.time.OffsetDateTime;

record SampleReview(
        long id, long productId, long customerId, int rating, String title, String body, OffsetDateTime createdAt) {}
