package dev.perfloop.shop.checkout;

import dev.perfloop.shop.catalog.Product;
import dev.perfloop.shop.catalog.Products;
import dev.perfloop.shop.errors.NotFound;
import dev.perfloop.shop.pricing.Prices;
import dev.perfloop.shop.stock.Warehouse;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class Checkout {

    private record PricedItem(Basket.Item item, BigDecimal unitPrice) {

        BigDecimal total() {
            return unitPrice.multiply(BigDecimal.valueOf(item.quantity()));
        }
    }

    private final CheckoutRepository orders;
    private final Products products;
    private final Prices prices;
    private final Warehouse warehouse;
    private final InstantSource clock;

    Checkout(CheckoutRepository orders, Products products, Prices prices, Warehouse warehouse, InstantSource clock) {
        this.orders = orders;
        this.products = products;
        this.prices = prices;
        this.warehouse = warehouse;
        this.clock = clock;
    }

    @Transactional
    Confirmation place(Basket basket, String client) {
        CheckoutRepository.Buyer buyer =
                orders.findBuyer(basket.customerId()).orElseThrow(() -> NotFound.of("customer", basket.customerId()));
        List<PricedItem> items = basket.items().stream()
                .sorted(Comparator.comparingLong(Basket.Item::productId))
                .map(this::priced)
                .toList();
        BigDecimal total = items.stream().map(PricedItem::total).reduce(BigDecimal.ZERO, BigDecimal::add);
        String reference = UUID.randomUUID().toString();
        long orderId = orders.insertOrder(
                buyer, reference, basket.note(), client, total, clock.instant().atOffset(ZoneOffset.UTC));
        int lineNo = 1;
        for (PricedItem priced : items) {
            Basket.Item item = priced.item();
            warehouse.take(item.productId(), item.quantity());
            orders.insertLine(orderId, lineNo++, item.productId(), item.quantity(), priced.unitPrice());
        }
        return new Confirmation(orderId, reference, total);
    }

    private PricedItem priced(Basket.Item item) {
        Product product = products.get(item.productId());
        return new PricedItem(item, prices.today(product.brand(), product.name(), product.price()));
    }
}
