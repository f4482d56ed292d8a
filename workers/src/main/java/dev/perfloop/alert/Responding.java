package dev.perfloop.alert;

import dev.perfloop.alert.ResponseRepository.Asked;
import dev.perfloop.alert.ResponseRepository.Unanswered;
import dev.perfloop.camunda.DecisionTables;
import dev.perfloop.change.TakeBacks;
import dev.perfloop.contract.ProcessIds;
import dev.perfloop.contract.threshold.Severity;
import dev.perfloop.run.RunId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/** Does about alerts what the deployed decision says, once for each severity they come to. */
@Service
class Responding {
    private final ResponseRepository rows;
    private final DecisionTables tables;
    private final Responses responses;
    private final TakeBacks takeBacks;
    private final InstantSource clock;

    Responding(
            ResponseRepository rows,
            DecisionTables tables,
            Responses responses,
            TakeBacks takeBacks,
            InstantSource clock) {
        this.rows = rows;
        this.tables = tables;
        this.responses = responses;
        this.takeBacks = takeBacks;
        this.clock = clock;
    }

    /** The runs whose start message has to be sent; those of an earlier try of the same step as well. */
    List<RunId> respond(String target) {
        for (var alert : rows.unanswered(target)) {
            var chosen = tables.evaluate(
                            ProcessIds.CHOOSE_RESPONSES, new Inputs(alert.severity(), alert.family()), Response[].class)
                    .orElse(new Response[0]);
            responses.give(alert, List.of(chosen));
        }
        return rows.waitingRuns(target);
    }

    /** Changes that are being taken back on the target, whoever asked for it: their message is sent until that has ended. */
    List<TakeBacks.Waiting> takenBack(String target) {
        return takeBacks.waiting(target);
    }

    /** @param send false when the engine did not take it: it is sent with the next cycle */
    void eachAskedForScaling(String target, Predicate<Asked> send) {
        rows.scalingAsked(target).stream().filter(send).forEach(asked -> rows.sent(asked, clock.instant()));
    }

    static RunId runFor(Unanswered alert, String second) {
        return new RunId(second + "-alert-" + alert.id().toString().substring(0, 6));
    }

    record Inputs(Severity severity, Family family) {}

    /**
     * The outputs of a rule that fits.
     *
     * @param withinDays how long ago a change may have been kept that is to go; a rule without it means a week
     */
    record Response(Action action, long coolDownHours, long withinDays) {
        private static final long A_WEEK = 7;

        Duration coolDown() {
            return Duration.ofHours(coolDownHours);
        }

        Duration within() {
            return Duration.ofDays(withinDays > 0 ? withinDays : A_WEEK);
        }
    }

    /** In the order in which they are done: what takes a change back leaves nothing to ask, and no run measures beside it. */
    enum Action {
        NOTIFY,
        /** Takes back the latest kept change whose approver allowed that. */
        ROLL_BACK,
        /** Asks an approver whether the latest kept change shall go. */
        OPEN_APPROVAL,
        START_RUN,
        /** Asks whoever can give the target more of what runs out. */
        ASK_FOR_SCALING
    }
}
