package dev.perfloop.web.observability;

import dev.perfloop.contract.Messages;
import dev.perfloop.web.engine.Delivery;
import dev.perfloop.web.engine.Engine;
import dev.perfloop.web.engine.EngineMessage;
import dev.perfloop.web.problems.Refused;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Hands a person's wish to the workers, who alone touch targets. */
@Service
class Wishes {
    /** Each wish has a message of its own, so that one that is kept can hit nothing else. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final WishRepository wishes;
    private final Engine engine;
    private final InstantSource clock;

    Wishes(WishRepository wishes, Engine engine, InstantSource clock) {
        this.wishes = wishes;
        this.engine = engine;
        this.clock = clock;
    }

    ObservabilityView of(String target) {
        requireTarget(target);
        var run = wishes.lookingRun(target).orElse(null);
        return new ObservabilityView(
                run, wishes.newest(target).orElse(null), run == null ? List.of() : wishes.offers(target, run));
    }

    Wished wish(String target, WishKind kind, String by) {
        requireTarget(target);
        String run = wishes.lookingRun(target)
                .orElseThrow(() -> Refused.conflict(
                        "No run of target \"" + target + "\" has ended that looked at what it lets us see.",
                        "Start one: perfloop run start --target " + target));
        if (kind != WishKind.SHOW) {
            wishes.activeRun(target).ifPresent(active -> {
                throw Refused.conflict(
                        "Run \"" + active + "\" is under way: what it measures must not change meanwhile.",
                        "Ask again when it has ended.");
            });
        }
        String id = UUID.randomUUID().toString();
        wishes.add(id, run, kind, by, clock.instant());
        return new Wished(
                id,
                engine.publish(
                        new EngineMessage(Messages.OBSERVABILITY_WISHED, id, id, KEPT, new WishVariables(run, id))));
    }

    private void requireTarget(String target) {
        if (!wishes.hasTarget(target)) {
            throw Refused.notFound("There is no target \"" + target + "\".", "GET /api/targets lists what there is.");
        }
    }

    record Wished(String wishId, Delivery delivery) {}

    record WishVariables(String runId, String wishId) {}
}
