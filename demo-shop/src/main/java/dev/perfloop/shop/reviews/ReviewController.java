package dev.perfloop.shop.reviews;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReviewController {

    private final ReviewRepository reviews;

    ReviewController(ReviewRepository reviews) {
        this.reviews = reviews;
    }

    @GetMapping("/api/products/{productId}/reviews")
    List<Review> latest(
            @PathVariable long productId, @RequestParam(defaultValue = "10") @Positive @Max(100) int limit) {
        return reviews.latest(productId, limit);
    }
}
