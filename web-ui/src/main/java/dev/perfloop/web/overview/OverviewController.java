package dev.perfloop.web.overview;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OverviewController {
    private final OverviewRepository rows;

    OverviewController(OverviewRepository rows) {
        this.rows = rows;
    }

    /** Every target with its health, and where each run that has not ended is. */
    @GetMapping("/api/overview")
    OverviewView overview() {
        return new OverviewView(rows.targets(), rows.now());
    }
}
