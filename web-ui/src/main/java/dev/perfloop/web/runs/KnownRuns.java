package dev.perfloop.web.runs;

import dev.perfloop.web.problems.Refused;
import org.springframework.stereotype.Component;

/** What belongs to a run is only asked for a run there is. */
@Component
public class KnownRuns {
    private final RunRepository runs;

    KnownRuns(RunRepository runs) {
        this.runs = runs;
    }

    public void require(String runId) {
        if (!runs.exists(runId)) {
            throw unknown(runId);
        }
    }

    public static Refused unknown(String runId) {
        return Refused.notFound("There is no run \"" + runId + "\".", "GET /api/runs lists what there is.");
    }
}
