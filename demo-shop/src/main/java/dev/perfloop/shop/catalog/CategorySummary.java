package dev.perfloop.shop.catalog;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

record CategorySummary(
        int id,
        String name,
        String slug,
        String parent,
        int products,
        BigDecimal averagePrice,
        BigDecimal lowestPrice,
        @Nullable BigDecimal rating,
        long reviews) {}
