package dev.perfloop.shop.catalog;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A product as lists show it. */
public record ProductTeaser(
        long id,
        String name,
        String brand,
        BigDecimal price,
        @Nullable BigDecimal rating,
        int ratingCount) {}
