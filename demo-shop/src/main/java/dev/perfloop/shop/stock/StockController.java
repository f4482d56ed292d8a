package dev.perfloop.shop.stock;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StockController {

    record StockCount(@PositiveOrZero @Max(1_000_000) int quantity) {}

    private final Warehouse warehouse;

    StockController(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    @PutMapping("/api/stock/{productId}")
    Stock count(@PathVariable long productId, @Valid @RequestBody StockCount counted) {
        return warehouse.count(productId, counted.quantity());
    }
}
