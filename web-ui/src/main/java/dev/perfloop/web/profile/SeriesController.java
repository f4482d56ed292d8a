package dev.perfloop.web.profile;

import dev.perfloop.web.runs.KnownRuns;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SeriesController {
    private final KnownRuns runs;
    private final SeriesRepository series;

    SeriesController(KnownRuns runs, SeriesRepository series) {
        this.runs = runs;
        this.series = series;
    }

    /** What was sampled about once a second while the profiling load ran: sessions, CPU, memory, disk, network, pools. */
    @GetMapping("/api/runs/{id}/series")
    List<SeriesView> series(@PathVariable String id) {
        runs.require(id);
        return series.series(id);
    }
}
