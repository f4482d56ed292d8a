package dev.perfloop.shop.search;

import dev.perfloop.shop.catalog.ProductTeaser;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SearchController {

    private final SearchRepository products;

    SearchController(SearchRepository products) {
        this.products = products;
    }

    @GetMapping("/api/search")
    List<ProductTeaser> search(
            @RequestParam @NotBlank @Size(max = 100) String q,
            @RequestParam(defaultValue = "20") @Positive @Max(100) int limit) {
        return products.search(q, limit);
    }
}
