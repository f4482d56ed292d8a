package dev.perfloop.shop.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/** The price a customer pays today: the list price less the best promotion, or the best two that may be combined. */
@Service
public class Prices {

    private final PromotionRepository promotions;
    private final InstantSource clock;

    Prices(PromotionRepository promotions, InstantSource clock) {
        this.promotions = promotions;
        this.clock = clock;
    }

    public BigDecimal today(String brand, String name, BigDecimal listPrice) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return best(promotions.runningOn(day), brand + " " + name, listPrice);
    }

    static BigDecimal best(List<Promotion> running, String title, BigDecimal listPrice) {
        List<Promotion> applicable = running.stream()
                .filter(promotion -> applies(promotion, title, listPrice))
                .toList();
        BigDecimal best = listPrice;
        for (Promotion one : applicable) {
            best = best.min(reduced(listPrice, one));
            for (Promotion other : applicable) {
                if (one.id() != other.id() && one.combinable() && other.combinable()) {
                    best = best.min(reduced(reduced(listPrice, one), other));
                }
            }
        }
        return best;
    }

    private static boolean applies(Promotion promotion, String title, BigDecimal listPrice) {
        return Pattern.compile(promotion.productPattern(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(title)
                        .find()
                && listPrice.compareTo(promotion.minPrice()) >= 0;
    }

    private static BigDecimal reduced(BigDecimal price, Promotion promotion) {
        return price.multiply(BigDecimal.valueOf(100L - promotion.percentOff()))
                .divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
    }
}
