package dev.perfloop.web.takebacks;

import dev.perfloop.contract.Messages;
import dev.perfloop.web.audit.Audited;
import dev.perfloop.web.engine.Delivery;
import dev.perfloop.web.engine.Engine;
import dev.perfloop.web.engine.EngineMessage;
import dev.perfloop.web.problems.Refused;
import dev.perfloop.web.takebacks.TakeBackRepository.Change;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The workers alone touch targets: here the wish is written down and handed on. */
@RestController
@RequestMapping("/api/changes/{change}/take-back")
class TakeBackController {
    /** Each wish has a message of its own, so that one that is kept can hit nothing else. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final TakeBackRepository rows;
    private final Engine engine;
    private final InstantSource clock;

    TakeBackController(TakeBackRepository rows, Engine engine, InstantSource clock) {
        this.rows = rows;
        this.engine = engine;
        this.clock = clock;
    }

    /** Each time somebody wanted the change to go, the newest first. */
    @GetMapping
    List<TakeBackView> takenBack(@PathVariable String change) {
        return rows.of(known(change).id());
    }

    /** Takes a kept change back. Asked again while that is under way, it is handed on once more. */
    @PostMapping
    ResponseEntity<TakingBackView> takeBack(
            @PathVariable String change,
            @Validated @RequestBody TakeBackRequest said,
            Authentication who,
            HttpServletRequest request) {
        Change kept = known(change);
        Audited.target(request, kept.target());
        if (kept.kind().equals("CODE_ADVICE")) {
            throw Refused.conflict(
                    "A person applied change \"" + change + "\", and only a person can take it back.",
                    "Take it back as the plan says; the next run measures what that does.");
        }
        rows.activeRun(kept.target()).ifPresent(run -> {
            throw Refused.conflict(
                    "Run \"" + run + "\" is under way: what it measures must not change meanwhile.",
                    "Ask again when it has ended.");
        });
        rows.add(
                UUID.randomUUID().toString(),
                change,
                who.getName(),
                Objects.requireNonNullElse(said.reason(), "").strip(),
                clock.instant());
        var underWay = rows.of(change).stream()
                .filter(wish -> wish.endedAt() == null)
                .findFirst()
                .orElseThrow(() -> Refused.conflict(
                        "Change \"" + change + "\" is " + kept.status() + ", not KEPT.",
                        "GET /api/runs/" + kept.runId() + "/plan shows how the run's changes stand."));
        var delivery = engine.publish(new EngineMessage(
                Messages.TAKE_BACK_REQUESTED,
                underWay.id(),
                underWay.id(),
                KEPT,
                new TakeBackVariables(kept.runId(), underWay.id())));
        return ResponseEntity.accepted().body(new TakingBackView(underWay, delivery, delivery.note()));
    }

    private Change known(String change) {
        return rows.change(change)
                .orElseThrow(() -> Refused.notFound(
                        "There is no change \"" + change + "\".",
                        "GET /api/runs/{id}/plan shows the changes of a run."));
    }

    record TakeBackRequest(@Nullable @Size(max = 4000) String reason) {}

    record TakeBackVariables(String runId, String takeBackId) {}

    /** @param note a sentence for the person who asked, when there is something to say */
    record TakingBackView(
            TakeBackView takeBack,
            Delivery delivery,
            @Nullable String note) {}
}
