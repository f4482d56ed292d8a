package dev.perfloop.shop.catalog;

import dev.perfloop.shop.errors.NotFound;
import org.springframework.stereotype.Service;

/** The products other parts of the shop ask for by id. */
@Service
public class Products {

    private final ProductRepository products;

    Products(ProductRepository products) {
        this.products = products;
    }

    /** @throws NotFound when there is no such product */
    public Product get(long id) {
        return products.find(id).orElseThrow(() -> NotFound.of("product", id));
    }
}
