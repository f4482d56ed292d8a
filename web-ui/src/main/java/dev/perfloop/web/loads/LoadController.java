package dev.perfloop.web.loads;

import dev.perfloop.web.problems.Refused;
import dev.perfloop.web.runs.KnownRuns;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/runs/{id}/loads")
class LoadController {
    private final KnownRuns runs;
    private final LoadRepository loads;

    LoadController(KnownRuns runs, LoadRepository loads) {
        this.runs = runs;
        this.loads = loads;
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
}
