package dev.perfloop.web.runs;

import dev.perfloop.contract.ProcessIds;
import dev.perfloop.contract.RepeatableElements;
import dev.perfloop.web.engine.Engine;
import dev.perfloop.web.problems.Refused;
import dev.perfloop.web.runs.StuckStepRepository.StuckStep;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Begins a step anew that ran out of retries, once somebody has mended the cause. */
@Service
class Retries {
    private static final Logger log = LoggerFactory.getLogger(Retries.class);
    /** They work on a run's target after its end. */
    private static final Set<String> AFTERWARDS = Set.of(ProcessIds.TAKE_BACK_CHANGE, ProcessIds.SET_UP_OBSERVABILITY);

    private static final String OPERATE = "Retry the incident in Operate, or cancel the run.";

    private final RunRepository runs;
    private final StuckStepRepository steps;
    private final Engine engine;

    Retries(RunRepository runs, StuckStepRepository steps, Engine engine) {
        this.runs = runs;
        this.steps = steps;
        this.engine = engine;
    }

    void retry(String id, String by) {
        RunView run = runs.find(id).orElseThrow(() -> KnownRuns.unknown(id));
        var stuck = steps.of(id);
        if (run.status().equals("ENDED")
                && stuck.filter(step -> AFTERWARDS.contains(step.processId())).isEmpty()) {
            throw Refused.conflict("Run \"" + id + "\" has ended already.", "Start another one.");
        }
        StuckStep step = stuck.orElseThrow(() -> Refused.conflict(
                "No step of run \"" + id + "\" is stuck.", "There is nothing to do; it goes on by itself."));
        Long processInstanceKey = step.processInstanceKey();
        Long elementInstanceKey = step.elementInstanceKey();
        if (processInstanceKey == null || elementInstanceKey == null) {
            throw Refused.conflict(
                    "Where \"" + step.name() + "\" is in the engine was not written down: an earlier version did it.",
                    OPERATE);
        }
        if (step.shared() || !RepeatableElements.contains(step.processId(), step.elementId())) {
            throw Refused.conflict(
                    "\"" + step.name() + "\" cannot be begun anew from here: "
                            + (step.shared()
                                    ? "several injectors drive this load together."
                                    : "others wait for the end of this very step."),
                    OPERATE);
        }
        switch (engine.beginAnew(processInstanceKey, elementInstanceKey, step.elementId())) {
            case BEGUN -> log.info("action=retry run={} element={} by={}", id, step.elementId(), by);
            case REFUSED ->
                throw Refused.conflict(
                        "The engine does not begin \"" + step.name() + "\" anew: it may be at work again already.",
                        "Look at the run again in a moment. " + OPERATE);
            case AWAY ->
                throw Refused.unavailable(
                        "The process engine does not answer.", "Check that the Camunda broker is up, then try again.");
        }
    }
}
