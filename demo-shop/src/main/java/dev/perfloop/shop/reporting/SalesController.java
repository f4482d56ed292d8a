package dev.perfloop.shop.reporting;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SalesController {

    private final SalesRepository sales;
    private final InstantSource clock;

    SalesController(SalesRepository sales, InstantSource clock) {
        this.sales = sales;
        this.clock = clock;
    }

    @GetMapping("/api/reports/sales")
    List<SalesOfDay> perDay(@RequestParam(defaultValue = "7") @Positive @Max(365) int days) {
        return sales.perDaySince(clock.instant().atOffset(ZoneOffset.UTC).minusDays(days));
    }
}
