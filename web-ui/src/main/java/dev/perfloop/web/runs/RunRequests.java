package dev.perfloop.web.runs;

import dev.perfloop.contract.Messages;
import dev.perfloop.web.engine.Delivery;
import dev.perfloop.web.problems.Refused;
import dev.perfloop.web.starts.Intensity;
import dev.perfloop.web.starts.Start;
import dev.perfloop.web.starts.Starts;
import org.springframework.stereotype.Service;

/** Starts runs of the loop. */
@Service
class RunRequests {
    private final RunRepository runs;
    private final Starts starts;

    RunRequests(RunRepository runs, Starts starts) {
        this.runs = runs;
        this.starts = starts;
    }

    /** Starting twice for one target gives one run. */
    Started start(String target, Intensity intensity, String by) {
        starts.requireTarget(target);
        String id = starts.nextId();
        var variables = new StartVariables(target, id, intensity);
        var asked = starts.tryToAsk(
                new Start(Messages.OPTIMIZATION_REQUESTED, target, id, intensity, variables), by, () -> {});
        return asked.map(fresh -> new Started(runs.find(id).orElseThrow(), true, fresh.delivery()))
                .or(() -> runs.activeOf(target).map(this::joined))
                // It ended between the two questions, so there is room again.
                .orElseGet(() -> start(target, intensity, by));
    }

    /** One that nobody has taken yet may have been postponed: asking again is harmless, and the answer is true. */
    private Started joined(RunView active) {
        if (active.gate() || active.calibration()) {
            throw Refused.conflict(
                    "The " + (active.gate() ? "gate" : "calibration") + " \"" + active.id()
                            + "\" is measuring target \"" + active.target() + "\".",
                    "Wait until it has ended, or cancel it: perfloop run cancel " + active.id());
        }
        return new Started(active, false, starts.sendAgain(active.id()));
    }

    record Started(RunView run, boolean isNew, Delivery delivery) {}

    record StartVariables(String target, String runId, Intensity intensity) {}
}
