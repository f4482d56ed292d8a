package dev.perfloop.web.targets;

import dev.perfloop.web.problems.FieldProblem;
import dev.perfloop.web.problems.Refused;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/targets")
class TargetController {
    private static final Logger log = LoggerFactory.getLogger(TargetController.class);

    private final TargetRepository targets;
    private final CheckedFile files;
    private final InstantSource clock;

    TargetController(TargetRepository targets, CheckedFile files, InstantSource clock) {
        this.targets = targets;
        this.files = files;
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
        files.demandGood(name, yaml, "nothing was stored");
        boolean created = targets.put(name, yaml, clock.instant());
        return ResponseEntity.status(created ? HttpStatus.CREATED : HttpStatus.OK)
                .body(one(name));
    }

    /** Says of a file what is wrong with it; stores nothing. */
    @PostMapping(
            path = "/{name}/validation",
            consumes = {"text/yaml", "text/x-yaml", "text/plain", "application/yaml", "application/x-yaml"})
    ValidationView validate(@PathVariable String name, @RequestBody String yaml) {
        return new ValidationView(files.problemsOf(name, yaml));
    }

    /** Takes the target out of the lists, with its checks. Its runs stay, and keep their copy of the file. */
    @DeleteMapping("/{name}")
    ResponseEntity<Void> delete(@PathVariable String name, Authentication who) {
        one(name);
        targets.activeRun(name).ifPresent(active -> {
            throw Refused.conflict(
                    "Run \"" + active + "\" is at work on target \"" + name + "\".",
                    "Wait until it has ended, or cancel it: perfloop run cancel " + active);
        });
        targets.goingFrom(name).ifPresent(change -> {
            throw Refused.conflict(
                    "Change \"" + change + "\" is being taken back from target \"" + name + "\".",
                    "Wait until that has ended, or give it up: perfloop run take-back " + change + " --give-up");
        });
        targets.delete(name);
        log.info("action=delete_target target={} by={}", name, who.getName());
        return ResponseEntity.noContent().build();
    }

    record ValidationView(List<FieldProblem> errors) {}
}
