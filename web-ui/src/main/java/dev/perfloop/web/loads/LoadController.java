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
    private final DistributionRepository distributions;
    private final ResourceRepository resources;
    private final InstantSource clock;

    LoadController(
            KnownRuns runs,
            LoadRepository loads,
            DistributionRepository distributions,
            ResourceRepository resources,
            InstantSource clock) {
        this.runs = runs;
        this.loads = loads;
        this.distributions = distributions;
        this.resources = resources;
        this.clock = clock;
    }

    @GetMapping
    List<LoadView> loads(@PathVariable String id) {
        runs.require(id);
        return loads.loads(id);
    }

    /** Response times before and after the changes, as percentiles and as shares of all by time; no sides before a test. */
    @GetMapping("/distribution")
    DistributionView distribution(
            @PathVariable String id, @RequestParam Profile profile, @RequestParam(defaultValue = "") String request) {
        runs.require(id);
        return distributions.distribution(id, profile.name(), request);
    }

    /** CPU, connections, waits, reads and writes of the target while each load was driven, as far as it tells them. */
    @GetMapping("/resources")
    List<ResourceView> resources(@PathVariable String id) {
        runs.require(id);
        return resources.resources(id);
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
