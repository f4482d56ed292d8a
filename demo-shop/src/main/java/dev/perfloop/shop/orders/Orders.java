package dev.perfloop.shop.orders;

import dev.perfloop.shop.catalog.Products;
import dev.perfloop.shop.errors.NotFound;
import java.util.List;
import org.springframework.stereotype.Service;

@Service
class Orders {

    private final OrderRepository orders;
    private final Products products;

    Orders(OrderRepository orders, Products products) {
        this.orders = orders;
        this.products = products;
    }

    List<OrderView> historyOf(long customerId, int limit) {
        return orders.latestOf(customerId, limit).stream().map(this::withLines).toList();
    }

    OrderView get(long id) {
        return orders.find(id).map(this::withLines).orElseThrow(() -> NotFound.of("order", id));
    }

    private OrderView withLines(Order order) {
        List<OrderView.Line> lines = orders.linesOf(order.id()).stream()
                .map(line -> new OrderView.Line(
                        line.lineNo(),
                        line.productId(),
                        products.get(line.productId()).name(),
                        line.quantity(),
                        line.unitPrice()))
                .toList();
        return new OrderView(
                order.id(),
                order.reference(),
                order.customerId(),
                order.status(),
                order.total(),
                order.orderedAt(),
                lines);
    }
}
