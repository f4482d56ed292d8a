package dev.perfloop.web.history;

import dev.perfloop.web.history.HistoryView.RunMark;
import dev.perfloop.web.paging.Cursor;
import dev.perfloop.web.paging.Slice;
import dev.perfloop.web.problems.Refused;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class HistoryController {
    private final HistoryRepository history;
    private final SurroundingsRepository surroundings;

    HistoryController(HistoryRepository history, SurroundingsRepository surroundings) {
        this.history = history;
        this.surroundings = surroundings;
    }

    /**
     * What was measured of a target over its newest runs, or over those before a page of them, and what was done to it.
     *
     * @param runs how many of them
     * @param cursor the nextCursor of the page with the newer ones
     * @param request whose figures are wanted; empty for all requests together
     */
    @GetMapping("/api/targets/{name}/history")
    HistoryView history(
            @PathVariable String name,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int runs,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "") String request) {
        if (!history.isTarget(name)) {
            throw Refused.notFound("There is no target \"" + name + "\".", "GET /api/targets lists what there is.");
        }
        var page = Slice.of(
                history.runs(name, Cursor.parse(cursor), runs + 1),
                runs,
                run -> new Cursor(run.requestedAt(), run.id()));
        List<RunMark> shown = page.items().reversed();
        if (shown.isEmpty()) {
            return new HistoryView(name, request, List.of(), List.of(), List.of(), List.of(), null);
        }
        List<String> ids = shown.stream().map(RunMark::id).toList();
        return new HistoryView(
                name,
                request,
                history.requests(ids),
                shown,
                history.measured(ids, request),
                history.changes(ids),
                page.nextCursor());
    }

    /** What figures of a run depend on besides its load: whoever sets two runs side by side has to know it. */
    @GetMapping("/api/runs/{id}/surroundings")
    SurroundingsView surroundings(@PathVariable String id) {
        return surroundings
                .of(id)
                .orElseThrow(() ->
                        Refused.notFound("There is no run \"" + id + "\".", "GET /api/runs lists what there is."));
    }
}
