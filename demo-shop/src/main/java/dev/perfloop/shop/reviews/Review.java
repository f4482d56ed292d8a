package dev.perfloop.shop.reviews;

import java.time.OffsetDateTime;

record Review(long id, String author, int rating, String title, String body, OffsetDateTime createdAt) {}
