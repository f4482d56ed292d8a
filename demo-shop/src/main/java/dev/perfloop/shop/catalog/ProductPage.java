package dev.perfloop.shop.catalog;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

record ProductPage(
        long id,
        String sku,
        String name,
        String brand,
        String description,
        BigDecimal listPrice,
        BigDecimal price,
        @Nullable BigDecimal rating,
        int ratingCount,
        int inStock,
        List<Companion> boughtTogether) {

    record Companion(long id, String name, BigDecimal price) {}
}
