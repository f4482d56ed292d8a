package dev.perfloop.shop.orders;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrderController {

    private final Orders orders;

    OrderController(Orders orders) {
        this.orders = orders;
    }

    @GetMapping("/api/orders/{id}")
    OrderView show(@PathVariable long id) {
        return orders.get(id);
    }

    @GetMapping("/api/customers/{customerId}/orders")
    List<OrderView> history(
            @PathVariable long customerId, @RequestParam(defaultValue = "15") @Positive @Max(100) int limit) {
        return orders.historyOf(customerId, limit);
    }
}
