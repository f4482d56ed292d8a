package dev.perfloop.alert;

import dev.perfloop.alert.Responding.Action;
import dev.perfloop.alert.Responding.Response;
import dev.perfloop.camunda.DecisionTables;
import dev.perfloop.contract.ProcessIds;
import dev.perfloop.contract.threshold.Severity;
import dev.perfloop.contract.threshold.Threshold.Direction;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Decides as a table with one rule for {@code pool_waiting_threads}, and begins a run for what is critical. */
class SaidTables implements DecisionTables {
    final AtomicInteger askedForThresholds = new AtomicInteger();

    @Override
    public <T> Optional<T> evaluate(String decisionId, Record inputs, Class<T> output) {
        if (decisionId.equals(ProcessIds.EVALUATE_THRESHOLDS)) {
            askedForThresholds.incrementAndGet();
            return inputs.equals(new Thresholds.Asked("pool_waiting_threads"))
                    ? Optional.of(output.cast(new Thresholds.Decided(1, 5, Direction.ABOVE, 60, 0.2)))
                    : Optional.empty();
        }
        boolean critical = ((Responding.Asked) inputs).severity() == Severity.CRITICAL;
        var tell = new Response(Action.NOTIFY, 0);
        return Optional.of(output.cast(
                critical ? new Response[] {tell, new Response(Action.START_RUN, 24)} : new Response[] {tell}));
    }
}
