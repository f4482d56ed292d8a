package dev.perfloop.web.profile;

import dev.perfloop.web.problems.Refused;
import dev.perfloop.web.rows.RawJson;
import dev.perfloop.web.runs.KnownRuns;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ProfileController {
    private final KnownRuns runs;
    private final ProfileRepository profiles;

    ProfileController(KnownRuns runs, ProfileRepository profiles) {
        this.runs = runs;
        this.profiles = profiles;
    }

    /** The parts that were captured; none before the profiling load has been driven. */
    @GetMapping("/api/runs/{id}/profile")
    List<String> parts(@PathVariable String id) {
        runs.require(id);
        List<String> rows = profiles.rows(id);
        return Stream.of(Part.values())
                .filter(part -> rows.contains(part.row()))
                .map(Part::path)
                .toList();
    }

    @GetMapping("/api/runs/{id}/profile/{part}")
    RawJson part(@PathVariable String id, @PathVariable String part) {
        runs.require(id);
        return profiles.part(id, Part.of(part))
                .orElseThrow(() -> Refused.notFound(
                        "This run has not captured \"" + part + "\".",
                        "GET /api/runs/" + id
                                + "/blind-spots says what could not be looked at, and how to enable it."));
    }
}
