package dev.perfloop.web.loads;

import dev.perfloop.web.problems.Refused;
import dev.perfloop.web.runs.KnownRuns;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/runs/{id}/loads")
class LoadController {
    private final KnownRuns runs;
    private final LoadRepository loads;
    private final InstantSource clock;

    LoadController(KnownRuns runs, LoadRepository loads, InstantSource clock) {
        this.runs = runs;
        this.loads = loads;
        this.clock = clock;
    }

    @GetMapping
    List<LoadView> loads(@PathVariable String id) {
        runs.require(id);
        return loads.loads(id);
    }

    @GetMapping("/{loadId}/windows")
    List<WindowView> windows(
            @PathVariable String id, @PathVariable String loadId, @RequestParam(defaultValue = "") String request) {
        if (!loads.exists(id, loadId)) {
            throw Refused.notFound(
                    "Run \"" + id + "\" has no load test \"" + loadId + "\".",
                    "GET /api/runs/" + id + "/loads lists what there is.");
        }
        return loads.windows(loadId, request);
    }

    /** Ends the load within two seconds; the run takes the way of a load that cannot be judged. */
    @PostMapping("/abort")
    ResponseEntity<AbortView> abort(@PathVariable String id, Authentication who) {
        runs.require(id);
        return loads.abortRunning(id, who.getName(), clock.instant())
                .map(loadId -> ResponseEntity.accepted().body(new AbortView(loadId)))
                .orElseThrow(() -> Refused.conflict(
                        "No load test of run \"" + id + "\" is under way.",
                        "GET /api/runs/" + id
                                + "/loads lists what there is; the run itself is cancelled by POST /api/runs/" + id
                                + "/cancel."));
    }

    record AbortView(String loadTestId) {}
}
