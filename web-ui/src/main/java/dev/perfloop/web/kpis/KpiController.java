package dev.perfloop.web.kpis;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class KpiController {
    /** Minutes are kept for five weeks. */
    private static final int MOST_DAYS = 35;

    private final KpiRepository kpis;
    private final InstantSource clock;

    KpiController(KpiRepository kpis, InstantSource clock) {
        this.kpis = kpis;
        this.clock = clock;
    }

    /** How well monitoring itself works, on one target or on all. */
    @GetMapping("/api/monitoring/kpis")
    KpiView kpis(
            @RequestParam(required = false) @Nullable String target,
            @RequestParam(defaultValue = "30") @Min(1) @Max(MOST_DAYS) int days) {
        return of(target, days).all();
    }

    /** The same of all targets together and of each. */
    @GetMapping("/api/monitoring/kpis/targets")
    KpisView kpisOfTargets(@RequestParam(defaultValue = "30") @Min(1) @Max(MOST_DAYS) int days) {
        return of(null, days);
    }

    private KpisView of(@Nullable String target, int days) {
        var now = clock.instant();
        return kpis.of(target, now.minus(Duration.ofDays(days)), now);
    }
}
