package dev.perfloop.shop.stock;

import java.time.OffsetDateTime;

/** What is left of a product, in units. */
public record Stock(long productId, int quantity, String warehouse, OffsetDateTime updatedAt) {}
