package dev.perfloop.shop.catalog;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/products")
class ProductController {

    record Page(List<ProductTeaser> items, int page, int size, boolean last) {}

    private final ProductRepository products;
    private final ProductPages pages;

    ProductController(ProductRepository products, ProductPages pages) {
        this.products = products;
        this.pages = pages;
    }

    @GetMapping
    Page list(
            @RequestParam int category,
            @RequestParam(defaultValue = "0") @PositiveOrZero @Max(1000) int page,
            @RequestParam(defaultValue = "20") @Positive @Max(100) int size) {
        List<ProductTeaser> found = products.mostPopular(category, page * size, size + 1);
        return new Page(found.stream().limit(size).toList(), page, size, found.size() <= size);
    }

    @GetMapping("/{id}")
    ProductPage show(@PathVariable long id) {
        return pages.of(id);
    }
}
