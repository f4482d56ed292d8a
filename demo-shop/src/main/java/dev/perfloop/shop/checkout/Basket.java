package dev.perfloop.shop.checkout;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

record Basket(
        @Positive long customerId,
        @NotEmpty @Size(max = 50) List<@Valid Item> items,
        @Size(max = 500) @Nullable String note) {

    record Item(
            @Positive long productId, @Positive @Max(100) int quantity) {}
}
