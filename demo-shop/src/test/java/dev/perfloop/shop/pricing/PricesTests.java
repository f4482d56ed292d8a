package dev.perfloop.shop.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class PricesTests {

    private static final BigDecimal LIST_PRICE = new BigDecimal("100.00");

    @Test
    void isTheListPriceWithoutAPromotion() {
        assertThat(price()).isEqualTo("100.00");
    }

    @Test
    void takesTheBestPromotionThatMatches() {
        assertThat(price(promotion(1, "\\bOak\\b", 10, 0, false), promotion(2, "aldera", 20, 0, false)))
                .isEqualTo("80.00");
    }

    @Test
    void leavesOutPromotionsForOtherProductsAndForDearerOnes() {
        assertThat(price(promotion(1, "Walnut", 10, 0, false), promotion(2, "Oak", 20, 150, false)))
                .isEqualTo("100.00");
    }

    @Test
    void combinesTwoPromotionsOnlyWhereBothAllowIt() {
        assertThat(price(promotion(1, "Oak", 10, 0, true), promotion(2, "Desk", 20, 0, true)))
                .isEqualTo("72.00");
        assertThat(price(promotion(1, "Oak", 10, 0, true), promotion(2, "Desk", 20, 0, false)))
                .isEqualTo("80.00");
    }

    private static BigDecimal price(Promotion... promotions) {
        return Prices.best(List.of(promotions), "Aldera Slim Oak Desk 123", LIST_PRICE);
    }

    private static Promotion promotion(int id, String pattern, int percentOff, int minPrice, boolean combinable) {
        return new Promotion(id, "Days", pattern, percentOff, BigDecimal.valueOf(minPrice), combinable);
    }
}
