package dev.perfloop.web.checks;

import dev.perfloop.contract.Messages;
import dev.perfloop.web.engine.Delivery;
import dev.perfloop.web.engine.Engine;
import dev.perfloop.web.engine.EngineMessage;
import dev.perfloop.web.problems.Refused;
import dev.perfloop.web.targets.CheckedFile;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Hands checks to the workers, who alone touch targets. */
@Service
class Checks {
    /** Each check has a message of its own, so that one that is kept can hit nothing else. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    /** Longer, and nobody waits for the answer any more. */
    private static final Duration WORTH_SENDING = Duration.ofMinutes(10);

    private final CheckRepository rows;
    private final CheckedFile files;
    private final Engine engine;
    private final InstantSource clock;

    Checks(CheckRepository rows, CheckedFile files, Engine engine, InstantSource clock) {
        this.rows = rows;
        this.files = files;
        this.engine = engine;
        this.clock = clock;
    }

    Asked ofSaved(String target, String by) {
        String definition = rows.definition(target)
                .orElseThrow(() -> Refused.notFound(
                        "There is no target \"" + target + "\".", "GET /api/targets lists what there is."));
        return ask(target, definition, false, by);
    }

    /** @throws Refused when the file has an error that needs no asking */
    Asked ofDraft(String target, String yaml, String by) {
        files.demandGood(target, yaml, "nothing was checked");
        return ask(target, yaml, true, by);
    }

    Optional<CheckView> newest(String target) {
        return rows.newest(target);
    }

    Optional<CheckView> find(String target, String id) {
        return rows.find(target, id);
    }

    private Asked ask(String target, String definition, boolean draft, String by) {
        String id = UUID.randomUUID().toString();
        rows.add(id, target, definition, draft, by, clock.instant());
        return new Asked(id, send(id));
    }

    /** What the engine did not take at once, and no worker has answered. */
    @Scheduled(fixedDelayString = "${perfloop.web.resend-every:PT10S}", initialDelayString = "PT5S")
    void sweep() {
        var now = clock.instant();
        for (String id : rows.unanswered(now.minus(WORTH_SENDING), now.minus(KEPT))) {
            if (send(id) != Delivery.SENT) {
                return;
            }
        }
    }

    private Delivery send(String id) {
        return engine.publish(new EngineMessage(Messages.TARGET_CHECK_REQUESTED, id, id, KEPT, new CheckVariables(id)));
    }

    record Asked(String checkId, Delivery delivery) {}

    record CheckVariables(String checkId) {}
}
