package dev.perfloop.alert;

import dev.perfloop.alert.Responding.Action;
import dev.perfloop.alert.Responding.Response;
import dev.perfloop.alert.ResponseRepository.Unanswered;
import dev.perfloop.alert.delivery.Outbox;
import dev.perfloop.run.Intensity;
import dev.perfloop.run.RunId;
import dev.perfloop.run.RunRequests;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down all that is done about an alert in one transaction, with the run that begins. */
@Service
class Responses {
    private static final String BY = "Perfloop (alert)";
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final ResponseRepository rows;
    private final RunRequests runs;
    private final Outbox outbox;
    private final InstantSource clock;

    Responses(ResponseRepository rows, RunRequests runs, Outbox outbox, InstantSource clock) {
        this.rows = rows;
        this.runs = runs;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    public void give(Unanswered alert, List<Response> chosen) {
        if (!rows.answer(alert)) {
            return;
        }
        Instant now = clock.instant();
        chosen.stream().map(Response::action).distinct().forEach(action -> {
            switch (action) {
                case NOTIFY -> {
                    rows.add(alert, action.name(), now, null, null);
                    outbox.tell(alert.id(), alert.severity().name());
                }
                case START_RUN -> begin(alert, coolDown(chosen, action), now);
            }
        });
    }

    private void begin(Unanswered alert, Duration coolDown, Instant now) {
        String action = Action.START_RUN.name();
        var before = rows.begunSince(alert.target(), alert.family(), now.minus(coolDown));
        if (before.isPresent()) {
            rows.add(
                    alert,
                    action,
                    now,
                    null,
                    "Run " + before.get() + " began for this cause less than " + coolDown.toHours() + " hours ago.");
            return;
        }
        RunId run = Responding.runFor(alert, SECOND.format(now));
        if (runs.request(run, alert.target(), Intensity.QUICK, BY)) {
            rows.add(alert, action, now, run, null);
        } else {
            rows.add(alert, action, now, null, "The target has an active run, or is gone.");
        }
    }

    private static Duration coolDown(List<Response> chosen, Action action) {
        return chosen.stream()
                .filter(response -> response.action() == action)
                .map(response -> Duration.ofHours(response.coolDownHours()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
