package dev.perfloop.alert;

import dev.perfloop.alert.ResponseRepository.Unanswered;
import dev.perfloop.camunda.DecisionTables;
import dev.perfloop.contract.ProcessIds;
import dev.perfloop.contract.threshold.Severity;
import dev.perfloop.run.RunId;
import java.util.List;
import org.springframework.stereotype.Service;

/** Does about alerts what the deployed decision says, once for each severity they come to. */
@Service
class Responding {
    private final ResponseRepository rows;
    private final DecisionTables tables;
    private final Responses responses;

    Responding(ResponseRepository rows, DecisionTables tables, Responses responses) {
        this.rows = rows;
        this.tables = tables;
        this.responses = responses;
    }

    /** The runs whose start message has to be sent; those of an earlier try of the same step as well. */
    List<RunId> respond(String target) {
        for (var alert : rows.unanswered(target)) {
            var chosen = tables.evaluate(
                            ProcessIds.CHOOSE_RESPONSES, new Asked(alert.severity(), alert.family()), Response[].class)
                    .orElse(new Response[0]);
            responses.give(alert, List.of(chosen));
        }
        return rows.waitingRuns(target);
    }

    static RunId runFor(Unanswered alert, String second) {
        return new RunId(second + "-alert-" + alert.id().toString().substring(0, 6));
    }

    record Asked(Severity severity, Family family) {}

    /** The outputs of a rule that fits. */
    record Response(Action action, long coolDownHours) {}

    enum Action {
        NOTIFY,
        START_RUN
    }
}
