package dev.perfloop.web.loads;

import org.springframework.stereotype.Component;

/** How response times of a run are spread, for whoever draws them. */
@Component
public class Distributions {
    private final DistributionRepository rows;

    Distributions(DistributionRepository rows) {
        this.rows = rows;
    }

    /** Of all requests together. */
    public DistributionView of(String runId, String profile) {
        return rows.distribution(runId, profile, "");
    }
}
