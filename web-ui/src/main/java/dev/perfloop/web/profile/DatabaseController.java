package dev.perfloop.web.profile;

import dev.perfloop.web.problems.Refused;
import dev.perfloop.web.rows.RawJson;
import dev.perfloop.web.runs.KnownRuns;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The target's database as the profiling load found it. */
@RestController
@RequestMapping("/api/runs/{id}")
class DatabaseController {
    private final KnownRuns runs;
    private final DatabaseRepository databases;

    DatabaseController(KnownRuns runs, DatabaseRepository databases) {
        this.runs = runs;
        this.databases = databases;
    }

    @GetMapping("/database")
    DatabaseView database(@PathVariable String id) {
        runs.require(id);
        return databases
                .database(id)
                .orElseThrow(() -> Refused.notFound(
                        "The database of this run has not been profiled.",
                        "It is profiled while the profiling load is driven; GET /api/runs/" + id
                                + "/steps says how far the run is."));
    }

    /** With the work on each in the window of the profile; columns are left out. None before it. */
    @GetMapping("/tables")
    RawJson tables(@PathVariable String id) {
        runs.require(id);
        return databases.tables(id);
    }

    /** With the use of each in the window of the profile and since the statistics were reset. */
    @GetMapping("/indexes")
    RawJson indexes(@PathVariable String id) {
        runs.require(id);
        return databases.indexes(id);
    }
}
