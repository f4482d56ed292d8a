package dev.perfloop.web.monitoring;

import dev.perfloop.contract.Messages;
import dev.perfloop.web.engine.Delivery;
import dev.perfloop.web.engine.Engine;
import dev.perfloop.web.engine.EngineMessage;
import dev.perfloop.web.monitoring.MonitoringRepository.Wanted;
import dev.perfloop.web.monitoring.MonitoringView.MonitoringState;
import dev.perfloop.web.problems.Refused;
import dev.perfloop.web.starts.Starts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Switches monitoring on and off. What is wanted is a row; the message is sent until the process instance is at work, or is
 * not any more.
 */
@Service
class Monitorings {
    /** There is one instance a target: a start that comes too early is sent again, and must not lie in wait. */
    private static final Duration NOT_KEPT = Duration.ZERO;

    /** So many cycles without a sign of life are too many. */
    private static final int CYCLES = 3;

    private final MonitoringRepository rows;
    private final Starts starts;
    private final Engine engine;
    private final InstantSource clock;

    Monitorings(MonitoringRepository rows, Starts starts, Engine engine, InstantSource clock) {
        this.rows = rows;
        this.starts = starts;
        this.engine = engine;
        this.clock = clock;
    }

    MonitoringView of(String target) {
        starts.requireTarget(target);
        var wanted = rows.of(target);
        return new MonitoringView(
                target,
                wanted.map(this::state).orElse(MonitoringState.OFF),
                wanted.map(Wanted::everySeconds).orElse(MonitoringWish.USUAL_EVERY),
                wanted.map(Wanted::cycleSeconds).orElse(MonitoringWish.USUAL_CYCLE),
                wanted.map(Wanted::changedBy).orElse(""),
                wanted.map(Wanted::changedAt).orElse(null),
                wanted.map(Wanted::tickedAt).orElse(null),
                rows.newestAssessment(target).orElse(null),
                rows.sources(target),
                rows.gaps(target));
    }

    Delivery start(String target, MonitoringWish wish, String by) {
        starts.requireTarget(target);
        if (!wish.fitsMinutes()) {
            throw Refused.malformed(
                    "Readings every " + wish.everySeconds() + " s do not fit into minutes.",
                    "Choose everySeconds from 10, 12, 15, 20, 30 or a multiple of 60.");
        }
        var running = rows.of(target).filter(Wanted::wanted);
        if (running.isPresent() && running.get().cycleSeconds() != wish.cycleSeconds()) {
            throw Refused.conflict(
                    "Target \"" + target + "\" is assessed every "
                            + running.get().cycleSeconds() + " s; that is fixed while it is monitored.",
                    "Stop its monitoring first: perfloop monitor stop --target " + target);
        }
        rows.want(target, wish, by, clock.instant());
        return send(rows.of(target).orElseThrow());
    }

    Delivery stop(String target, String by) {
        if (!rows.unwant(target, by, clock.instant())) {
            throw Refused.notFound(
                    "Target \"" + target + "\" is not monitored.",
                    "GET /api/targets/" + target + "/monitoring tells what is.");
        }
        return send(rows.of(target).orElseThrow());
    }

    /** What the engine did not take at once, or lost. One that is postponed ends the round. */
    @Scheduled(fixedDelayString = "${perfloop.web.resend-every:PT10S}", initialDelayString = "PT5S")
    void sweep() {
        Instant now = clock.instant();
        rows.orphans().forEach(target -> rows.unwant(target, "perfloop", now));
        for (var amiss : rows.amiss(now)) {
            if (send(amiss) != Delivery.SENT) {
                return;
            }
        }
    }

    private Delivery send(Wanted wanted) {
        String target = wanted.target();
        return engine.publish(
                wanted.wanted()
                        ? new EngineMessage(
                                Messages.MONITORING_REQUESTED,
                                target,
                                null,
                                NOT_KEPT,
                                new StartVariables(target, "R/PT" + wanted.cycleSeconds() + "S"))
                        : new EngineMessage(Messages.MONITORING_STOPPED, target, null, NOT_KEPT, new StopVariables()));
    }

    private MonitoringState state(Wanted wanted) {
        if (!wanted.wanted()) {
            return MonitoringState.OFF;
        }
        Instant ticked = wanted.tickedAt();
        if (ticked == null || ticked.isBefore(wanted.changedAt())) {
            return isLongAgo(wanted.changedAt(), wanted) ? MonitoringState.STALLED : MonitoringState.STARTING;
        }
        return isLongAgo(ticked, wanted) ? MonitoringState.STALLED : MonitoringState.ON;
    }

    private boolean isLongAgo(Instant sign, Wanted wanted) {
        return sign.plusSeconds((long) CYCLES * wanted.cycleSeconds()).isBefore(clock.instant());
    }

    record StartVariables(String targetId, String monitoringCycle) {}

    record StopVariables() {}
}
