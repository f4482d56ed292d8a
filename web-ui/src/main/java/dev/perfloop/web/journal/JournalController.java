package dev.perfloop.web.journal;

import dev.perfloop.web.paging.Cursor;
import dev.perfloop.web.paging.Slice;
import dev.perfloop.web.rows.RawJson;
import dev.perfloop.web.runs.KnownRuns;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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

    /**
     * Steps, loads, approvals, statements sent to the target and what the guards said, in time: the newest lines, or those
     * before a page of them.
     *
     * @param cursor the nextCursor of the page with the newer ones
     */
    @GetMapping("/log")
    LogView log(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "5000") @Min(1) @Max(5000) int limit) {
        runs.require(id);
        var page = Slice.of(log.newest(id, Cursor.parse(cursor), limit + 1), limit, LogRepository.Line::place);
        return new LogView(
                page.items().reversed().stream().map(LogRepository.Line::view).toList(), page.nextCursor());
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
