package dev.perfloop.web.checks;

import dev.perfloop.web.engine.Delivery;
import dev.perfloop.web.problems.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/targets/{target}/check")
class CheckController {
    private final Checks checks;

    CheckController(Checks checks) {
        this.checks = checks;
    }

    /**
     * Has the workers ask every part of the target, and send each request of its scenario once. Works beside a run. With a
     * body, of that file, saved or not.
     */
    @PostMapping(consumes = {"text/yaml", "text/x-yaml", "text/plain", "application/yaml", "application/x-yaml", "*/*"})
    ResponseEntity<CheckAskedView> ask(
            @PathVariable String target, @RequestBody(required = false) @Nullable String yaml, Authentication who) {
        var asked = yaml == null || yaml.isBlank()
                ? checks.ofSaved(target, who.getName())
                : checks.ofDraft(target, yaml, who.getName());
        return ResponseEntity.accepted()
                .body(new CheckAskedView(
                        asked.checkId(), asked.delivery(), asked.delivery().note()));
    }

    /** The newest. */
    @GetMapping
    CheckView newest(@PathVariable String target) {
        return checks.newest(target)
                .orElseThrow(() -> Refused.notFound(
                        "Target \"" + target + "\" was never checked.", "Check it: perfloop target check " + target));
    }

    @GetMapping("/{id}")
    CheckView one(@PathVariable String target, @PathVariable String id) {
        return checks.find(target, id)
                .orElseThrow(() -> Refused.notFound(
                        "There is no check \"" + id + "\" of target \"" + target + "\".",
                        "Only the newest few are kept; check it anew: perfloop target check " + target));
    }

    record CheckAskedView(
            String checkId, Delivery delivery, @Nullable String note) {}
}
