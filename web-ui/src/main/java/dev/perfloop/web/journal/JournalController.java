package dev.perfloop.web.journal;

import dev.perfloop.web.rows.RawJson;
import dev.perfloop.web.runs.KnownRuns;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a run did, what came of it, and what it did not look at. */
@RestController
@RequestMapping("/api/runs/{id}")
class JournalController {
    private final KnownRuns runs;
    private final JournalRepository journal;
    private final LogRepository log;

    JournalController(KnownRuns runs, JournalRepository journal, LogRepository log) {
        this.runs = runs;
        this.journal = journal;
        this.log = log;
    }

    @GetMapping("/steps")
    List<StepView> steps(@PathVariable String id) {
        runs.require(id);
        return journal.steps(id);
    }

    /** Steps, loads, approvals, statements sent to the target and what the guards said, in time. */
    @GetMapping("/log")
    LogView log(@PathVariable String id) {
        runs.require(id);
        return log.log(id);
    }

    @GetMapping("/blind-spots")
    List<BlindSpotView> blindSpots(@PathVariable String id) {
        runs.require(id);
        return journal.blindSpots(id);
    }

    /** The final summary, or, while the run goes on, what is known so far in the same shape. */
    @GetMapping("/summary")
    RawJson summary(@PathVariable String id) {
        return journal.summary(id).orElseThrow(() -> KnownRuns.unknown(id));
    }
}
