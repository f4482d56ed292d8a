package dev.perfloop.shop.catalog;

import dev.perfloop.shop.pricing.Prices;
import dev.perfloop.shop.stock.Stock;
import dev.perfloop.shop.stock.Warehouse;
import java.util.List;
import org.springframework.stereotype.Service;

@Service
class ProductPages {

    private static final int COMPANIONS = 4;

    private final Products products;
    private final ProductRepository repository;
    private final Prices prices;
    private final Warehouse warehouse;

    ProductPages(Products products, ProductRepository repository, Prices prices, Warehouse warehouse) {
        this.products = products;
        this.repository = repository;
        this.prices = prices;
        this.warehouse = warehouse;
    }

    ProductPage of(long id) {
        Product product = products.get(id);
        return new ProductPage(
                product.id(),
                product.sku(),
                product.name(),
                product.brand(),
                product.description(),
                product.price(),
                prices.today(product.brand(), product.name(), product.price()),
                product.rating(),
                product.ratingCount(),
                warehouse.stockOf(id).map(Stock::quantity).orElse(0),
                companions(id));
    }

    private List<ProductPage.Companion> companions(long id) {
        return repository.boughtTogetherWith(id, COMPANIONS).stream()
                .map(other -> new ProductPage.Companion(
                        other.id(), other.name(), prices.today(other.brand(), other.name(), other.price())))
                .toList();
    }
}
