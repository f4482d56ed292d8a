package dev.perfloop.web.targets;

import dev.perfloop.web.problems.Refused;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/targets")
class TargetController {
    private final TargetRepository targets;
    private final TargetCheck check;
    private final InstantSource clock;

    TargetController(TargetRepository targets, TargetCheck check, InstantSource clock) {
        this.targets = targets;
        this.check = check;
        this.clock = clock;
    }

    @GetMapping
    List<TargetView> all() {
        return targets.all();
    }

    @GetMapping("/{name}")
    TargetView.Described one(@PathVariable String name) {
        return targets.find(name)
                .orElseThrow(() -> Refused.notFound(
                        "There is no target \"" + name + "\".",
                        "GET /api/targets lists what there is; apply a file with: perfloop target apply -f " + name
                                + ".yaml"));
    }

    /** The whole definition, checked first: nothing is stored of a file with an error. */
    @PutMapping(
            path = "/{name}",
            consumes = {"text/yaml", "text/x-yaml", "text/plain", "application/yaml", "application/x-yaml"})
    ResponseEntity<TargetView.Described> apply(@PathVariable String name, @RequestBody String yaml) {
        var problems = check.problemsOf(name, yaml);
        if (!problems.isEmpty()) {
            throw Refused.invalid(
                    "The target's file has " + (problems.size() == 1 ? "an error" : problems.size() + " errors")
                            + "; nothing was stored.",
                    "Correct the lines named in errors and apply the file again.",
                    problems);
        }
        boolean created = targets.put(name, yaml, clock.instant());
        return ResponseEntity.status(created ? HttpStatus.CREATED : HttpStatus.OK)
                .body(one(name));
    }
}
