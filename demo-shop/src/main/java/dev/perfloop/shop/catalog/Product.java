package dev.perfloop.shop.catalog;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A product with everything the catalogue knows of it; the rating is null until the first review. */
public record Product(
        long id,
        String sku,
        String name,
        String brand,
        String description,
        int categoryId,
        int supplierId,
        BigDecimal price,
        boolean active,
        int popularity,
        @Nullable BigDecimal rating,
        int ratingCount,
        OffsetDateTime createdAt) {}
