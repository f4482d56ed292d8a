package dev.perfloop.alert;

import dev.perfloop.alert.Responding.Action;
import dev.perfloop.alert.Responding.Response;
import dev.perfloop.camunda.DecisionTables;
import dev.perfloop.contract.ProcessIds;
import dev.perfloop.contract.threshold.Severity;
import dev.perfloop.contract.threshold.Threshold.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Decides as a table with one rule for {@code pool_waiting_threads}, and does more for what is critical: begins a run unless told otherwise. */
class SaidTables implements DecisionTables {
    final List<Action> more = new ArrayList<>(List.of(Action.START_RUN));
    final AtomicInteger askedForThresholds = new AtomicInteger();

    @Override
    public <T> Optional<T> evaluate(String decisionId, Record inputs, Class<T> output) {
        if (decisionId.equals(ProcessIds.EVALUATE_THRESHOLDS)) {
            askedForThresholds.incrementAndGet();
            return inputs.equals(new Thresholds.Asked("pool_waiting_threads"))
                    ? Optional.of(output.cast(new Thresholds.Decided(1, 5, Direction.ABOVE, 60, 0.2)))
                    : Optional.empty();
        }
        boolean critical = ((Responding.Inputs) inputs).severity() == Severity.CRITICAL;
        var tell = new Response(Action.NOTIFY, 0, 0);
        var responses = new ArrayList<>(List.of(tell));
        if (critical) {
            more.forEach(action -> responses.add(new Response(action, 24, 7)));
        }
        return Optional.of(output.cast(responses.toArray(Response[]::new)));
    }
}
