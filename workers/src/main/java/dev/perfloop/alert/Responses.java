package dev.perfloop.alert;

import dev.perfloop.alert.Responding.Action;
import dev.perfloop.alert.Responding.Response;
import dev.perfloop.alert.ResponseRepository.Done;
import dev.perfloop.alert.ResponseRepository.Unanswered;
import dev.perfloop.alert.delivery.Outbox;
import dev.perfloop.change.TakeBacks;
import dev.perfloop.run.Intensity;
import dev.perfloop.run.RunId;
import dev.perfloop.run.RunRequests;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down all that is done about an alert in one transaction, with what that begins. */
@Service
class Responses {
    private static final String BY = "Perfloop (alert)";
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final ResponseRepository rows;
    private final RunRequests runs;
    private final TakeBacks takeBacks;
    private final ScalingWish scaling;
    private final Outbox outbox;
    private final InstantSource clock;

    Responses(
            ResponseRepository rows,
            RunRequests runs,
            TakeBacks takeBacks,
            ScalingWish scaling,
            Outbox outbox,
            InstantSource clock) {
        this.rows = rows;
        this.runs = runs;
        this.takeBacks = takeBacks;
        this.scaling = scaling;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    public void give(Unanswered alert, List<Response> chosen) {
        if (!rows.answer(alert)) {
            return;
        }
        Instant now = clock.instant();
        Map<Action, Response> once = new EnumMap<>(Action.class);
        chosen.forEach(response -> once.merge(
                response.action(),
                response,
                (one, other) -> Comparator.comparing(Response::coolDown).compare(one, other) >= 0 ? one : other));
        once.values().forEach(response -> rows.add(alert, give(alert, response, now), now));
    }

    private Done give(Unanswered alert, Response response, Instant now) {
        return cooling(alert, response, now).orElseGet(() -> switch (response.action()) {
            case NOTIFY -> tell(alert);
            case ROLL_BACK -> rollBack(alert, response);
            case OPEN_APPROVAL -> ask(alert, response);
            case START_RUN -> begin(alert, now);
            case ASK_FOR_SCALING -> askForScaling(alert, now);
        });
    }

    /** Telling is never put off. */
    private Optional<Done> cooling(Unanswered alert, Response response, Instant now) {
        var action = response.action();
        return rows.lastDone(alert, action)
                .filter(last -> action != Action.NOTIFY
                        && last.plus(response.coolDown()).isAfter(now))
                .map(last -> Done.not(
                        action,
                        "It was done for this cause less than "
                                + response.coolDown().toHours() + " hours ago."));
    }

    private Done tell(Unanswered alert) {
        outbox.tell(alert.id(), alert.severity().name());
        return new Done(Action.NOTIFY, null, null, null, null, null, null);
    }

    private Done rollBack(Unanswered alert, Response response) {
        var action = Action.ROLL_BACK;
        if (takeBacks.isAnyUnderWay(alert.target())) {
            return Done.not(action, "A change is being taken back already.");
        }
        var kept = takeBacks.newestAllowed(alert.target(), response.within());
        if (kept.isEmpty()) {
            return Done.not(
                    action,
                    "No change was kept within " + response.within().toDays()
                            + " days whose approver lets it be taken back by itself.");
        }
        if (runs.activeOn(alert.target()).isPresent()) {
            return Done.not(action, "A run of the target is under way: what it measures must not change meanwhile.");
        }
        String words = "Takes back: " + kept.get().inWords();
        return takeBacks
                .request(kept.get().id(), BY, alert.words())
                .map(id -> new Done(action, null, id, kept.get().id(), null, words, null))
                .orElseGet(() -> Done.not(action, "A run, or somebody who takes the change back, came first."));
    }

    private Done ask(Unanswered alert, Response response) {
        var action = Action.OPEN_APPROVAL;
        if (takeBacks.isAnyUnderWay(alert.target())) {
            return Done.not(action, "A change is being taken back already.");
        }
        var kept = takeBacks.newestKept(alert.target(), response.within());
        if (kept.isEmpty()) {
            return Done.not(
                    action,
                    "No change was kept within " + response.within().toDays() + " days that could be taken back.");
        }
        String words = "Shall the latest change go? An approver says so: perfloop run take-back "
                + kept.get().id() + ". It was: " + kept.get().inWords();
        outbox.ask(alert.id(), "APPROVAL", alert.words() + " " + words);
        return new Done(action, null, null, kept.get().id(), null, words, null);
    }

    private Done begin(Unanswered alert, Instant now) {
        if (takeBacks.isAnyUnderWay(alert.target())) {
            return Done.not(Action.START_RUN, "A change is being taken back: a run would measure in between.");
        }
        RunId run = Responding.runFor(alert, SECOND.format(now));
        return runs.request(run, alert.target(), Intensity.QUICK, BY)
                ? new Done(Action.START_RUN, run, null, null, null, null, null)
                : Done.not(Action.START_RUN, "The target has an active run, or is gone.");
    }

    private Done askForScaling(Unanswered alert, Instant now) {
        var action = Action.ASK_FOR_SCALING;
        return scaling.of(alert, now)
                .map(wish -> {
                    outbox.ask(alert.id(), "SCALING", wish.words());
                    return new Done(action, null, null, null, wish.resource(), wish.words(), null);
                })
                .orElseGet(() -> Done.not(action, "More of no resource that Perfloop knows of would help."));
    }
}
