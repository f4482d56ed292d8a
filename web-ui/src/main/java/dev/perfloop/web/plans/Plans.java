package dev.perfloop.web.plans;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** The plan of a run, for whoever shows or decides it. */
@Component
public class Plans {
    private final PlanRepository plans;

    Plans(PlanRepository plans) {
        this.plans = plans;
    }

    public Optional<PlanView> of(String runId) {
        return plans.find(runId);
    }
}
