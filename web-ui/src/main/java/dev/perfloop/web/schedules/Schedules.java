package dev.perfloop.web.schedules;

import dev.perfloop.contract.Messages;
import dev.perfloop.contract.timetable.Timetable;
import dev.perfloop.web.engine.Delivery;
import dev.perfloop.web.engine.Engine;
import dev.perfloop.web.engine.EngineMessage;
import dev.perfloop.web.problems.FieldProblem;
import dev.perfloop.web.problems.Refused;
import dev.perfloop.web.schedules.ScheduleRepository.Changed;
import dev.perfloop.web.schedules.ScheduleView.KeptView;
import dev.perfloop.web.schedules.ScheduleView.PreviewView;
import dev.perfloop.web.schedules.ScheduleView.TickPage;
import dev.perfloop.web.schedules.ScheduleView.TickView;
import dev.perfloop.web.starts.Starts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** A change is a row first; its process instance is told until it has heard, and begins anew where it is gone. */
@Service
class Schedules {
    /** The instance may be at a step in which it hears nothing. What it hears twice does no harm: it reads the row. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** A time that nobody decided about by then: no worker is there, or the engine has lost the instance. */
    private static final Duration OVERDUE = Duration.ofMinutes(2);

    private static final int ID_LETTERS = 6;
    private static final int SHOWN_TIMES = 5;

    private final ScheduleRepository rows;
    private final Starts starts;
    private final Engine engine;
    private final InstantSource clock;

    Schedules(ScheduleRepository rows, Starts starts, Engine engine, InstantSource clock) {
        this.rows = rows;
        this.starts = starts;
        this.engine = engine;
        this.clock = clock;
    }

    KeptView make(String target, ScheduleWish wish, String by) {
        starts.requireTarget(target);
        demandGood(wish);
        String id = target + "-" + UUID.randomUUID().toString().substring(0, ID_LETTERS);
        rows.add(id, target, wish, by, second());
        return told(id);
    }

    KeptView change(String id, ScheduleWish wish, String by) {
        get(id);
        demandGood(wish);
        if (!rows.change(id, wish, by, second())) {
            throw unknown(id);
        }
        return told(id);
    }

    KeptView pause(String id, String by) {
        get(id);
        rows.set(id, "PAUSED", by, second());
        return told(id);
    }

    KeptView resume(String id, String by) {
        get(id);
        rows.set(id, "ACTIVE", by, second());
        return told(id);
    }

    /** The target it was for. */
    String remove(String id, String by) {
        String target = get(id).target();
        rows.set(id, "REMOVED", by, second());
        tell(new Changed(id, rows.version(id)));
        return target;
    }

    List<ScheduleView> all(@Nullable String target) {
        return rows.all(target, clock.instant());
    }

    TickPage ticks(String id, @Nullable Instant before, int most) {
        get(id);
        List<TickView> found = rows.ticks(id, before, most + 1);
        return found.size() <= most
                ? new TickPage(found, null)
                : new TickPage(found.subList(0, most), found.get(most - 1).dueAt());
    }

    ScheduleView get(String id) {
        return rows.find(id, clock.instant()).orElseThrow(() -> unknown(id));
    }

    PreviewView preview(String times, String zone) {
        Instant now = second();
        List<FieldProblem> problems = ScheduleRules.problems(times, zone, now);
        return new PreviewView(
                problems.isEmpty()
                        ? Timetable.of(times, Timetable.zone(zone), now).next(now, SHOWN_TIMES)
                        : List.of(),
                problems);
    }

    @Scheduled(fixedDelayString = "${perfloop.web.resend-every:PT10S}", initialDelayString = "PT5S")
    void sweep() {
        Instant now = clock.instant();
        for (var changed : rows.unheard(now.minus(PATIENCE), now.minus(OVERDUE))) {
            if (tell(changed) != Delivery.SENT) {
                return;
            }
        }
    }

    private void demandGood(ScheduleWish wish) {
        List<FieldProblem> problems = ScheduleRules.problems(wish.times(), wish.zone(), clock.instant());
        if (!problems.isEmpty()) {
            throw Refused.invalid(
                    problems.getFirst().message(),
                    "Mend the field " + problems.getFirst().field() + "; nothing was stored.",
                    problems);
        }
    }

    private KeptView told(String id) {
        Delivery delivery = tell(new Changed(id, rows.version(id)));
        return new KeptView(get(id), delivery, delivery.note());
    }

    private Delivery tell(Changed changed) {
        return engine.publish(new EngineMessage(
                Messages.SCHEDULE_CHANGED,
                changed.id(),
                changed.id() + "-" + changed.version(),
                KEPT,
                new ScheduleVariables(changed.id())));
    }

    /** Intervals without a begin are counted from whole seconds, which the engine's timers keep. */
    private Instant second() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static Refused unknown(String id) {
        return Refused.notFound("There is no schedule \"" + id + "\".", "GET /api/schedules lists what there is.");
    }

    record ScheduleVariables(String scheduleId) {}
}
