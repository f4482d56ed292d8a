package dev.perfloop.web.guards;

import dev.perfloop.web.problems.Refused;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/targets/{target}/guards")
class GuardController {
    private static final Logger log = LoggerFactory.getLogger(GuardController.class);

    private final GuardRepository guards;
    private final LiftedGuards lifted;
    private final InstantSource clock;

    GuardController(GuardRepository guards, LiftedGuards lifted, InstantSource clock) {
        this.guards = guards;
        this.lifted = lifted;
        this.clock = clock;
    }

    @GetMapping
    GuardsView guards(@PathVariable String target) {
        guards.requireTarget(target);
        return new GuardsView(
                target, guards.guards(target), lifted.words(target).orElse(null));
    }

    /** Lifts all guards of a target, so that the next verified run may set looser ones. Takes an approver. */
    @DeleteMapping
    ReleasedView release(@PathVariable String target, Authentication who) {
        guards.requireTarget(target);
        int released = guards.release(target, who.getName(), clock.instant());
        if (released == 0) {
            throw Refused.conflict("Target \"" + target + "\" has no guards to lift.", "There is nothing to do.");
        }
        log.info("action=release_guards target={} guards={} by={}", target, released, who.getName());
        return new ReleasedView(released);
    }

    record ReleasedView(int lifted) {}
}
