package dev.perfloop.web.takebacks;

import dev.perfloop.contract.Messages;
import dev.perfloop.web.engine.Delivery;
import dev.perfloop.web.engine.Engine;
import dev.perfloop.web.engine.EngineMessage;
import dev.perfloop.web.problems.Refused;
import dev.perfloop.web.takebacks.TakeBackRepository.Change;
import dev.perfloop.web.takebacks.TakeBackRepository.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** The workers alone touch targets: here the wish is written down, and handed on until they have taken it up. */
@Service
class TakingBack {
    /** Each wish has a message of its own, so that one that is kept can hit nothing else. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    /** A step that waits to be tried again is one of them. */
    private static final Set<String> AT_WORK = Set.of("STARTED", "RETRY");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TakeBackRepository rows;
    private final Engine engine;
    private final InstantSource clock;

    TakingBack(TakeBackRepository rows, Engine engine, InstantSource clock) {
        this.rows = rows;
        this.engine = engine;
        this.clock = clock;
    }

    /** What is under way, be it this wish or an earlier one. */
    TakeBackView wish(Change change, String by, String reason) {
        refuse(change);
        rows.add(UUID.randomUUID().toString(), change.id(), by, reason, clock.instant());
        return underWay(change).orElseThrow(() -> {
            refuse(change);
            return Refused.conflict(
                    "Change \"" + change.id() + "\" is " + change.status() + ", not KEPT.",
                    "GET /api/runs/" + change.runId() + "/plan shows how the run's changes stand.");
        });
    }

    private void refuse(Change change) {
        if (change.kind().equals("CODE_ADVICE")) {
            throw Refused.conflict(
                    "A person applied change \"" + change.id() + "\", and only a person can take it back.",
                    "Take it back as the plan says; the next run measures what that does.");
        }
        rows.activeRun(change.target()).ifPresent(run -> {
            throw Refused.conflict(
                    "Run \"" + run + "\" is under way: what it measures must not change meanwhile.",
                    "Ask again when it has ended.");
        });
        rows.otherGoing(change).ifPresent(other -> {
            throw Refused.conflict(
                    "Change \"" + other + "\" of the same target is being taken back: one after the other.",
                    "Ask again when that has ended: GET /api/changes/" + other + "/take-back");
        });
    }

    Delivery send(TakeBackView wish) {
        return engine.publish(new EngineMessage(
                Messages.TAKE_BACK_REQUESTED,
                wish.id(),
                wish.id(),
                KEPT,
                new TakeBackVariables(wish.runId(), wish.id())));
    }

    /**
     * Ends a taking back that cannot be brought to its end, so that the target is free for runs again. Not while a worker is at it:
     * it would go on.
     */
    TakeBackView giveUp(Change change, String by) {
        var wish = underWay(change)
                .orElseThrow(() -> Refused.conflict(
                        "Change \"" + change.id() + "\" is not being taken back.", "There is nothing to give up."));
        var visit = rows.visit(wish);
        if (visit.filter(step -> AT_WORK.contains(step.status())).isPresent()) {
            throw Refused.conflict(
                    "A worker is taking change \"" + change.id() + "\" back.",
                    "Wait until it is done, or stuck: GET /api/runs/" + change.runId());
        }
        rows.giveUp(wish, "Given up by " + by + ". Whatever of it is left on the target, a person takes back.", now());
        visit.filter(step -> step.status().equals("INCIDENT")).ifPresent(this::endProcess);
        return rows.of(change.id()).getFirst();
    }

    /** The step comes again, finds that it was given up, and the process goes on to its end. Otherwise Operate ends it. */
    private void endProcess(Visit stuck) {
        if (stuck.processInstanceKey() instanceof Long process && stuck.elementInstanceKey() instanceof Long element) {
            engine.beginAnew(process, element, stuck.elementId());
        }
    }

    /** One that is postponed ends the round: the rest would only wait for the same engine. */
    @Scheduled(fixedDelayString = "${perfloop.web.resend-every:PT10S}", initialDelayString = "PT7S")
    public void sweep() {
        for (var wish : rows.untouchedSince(now().minus(PATIENCE))) {
            if (send(wish) != Delivery.SENT) {
                return;
            }
        }
    }

    private Optional<TakeBackView> underWay(Change change) {
        return rows.of(change.id()).stream()
                .filter(wish -> wish.endedAt() == null)
                .findFirst();
    }

    private Instant now() {
        return clock.instant();
    }

    record TakeBackVariables(String runId, String takeBackId) {}
}
