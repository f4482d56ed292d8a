package dev.perfloop.process;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** The sequence flows that the process tests of this JVM took, and the elements they completed, as {@code process/id}. */
final class FlowCoverage {
    private static final Set<Intent> TOLD =
            Set.of(ProcessInstanceIntent.SEQUENCE_FLOW_TAKEN, ProcessInstanceIntent.ELEMENT_COMPLETED);

    private static final Set<String> TAKEN = new ConcurrentSkipListSet<>();

    private FlowCoverage() {}

    static void note(Iterable<Record<?>> records) {
        for (var row : records) {
            if (TOLD.contains(row.getIntent()) && row.getValue() instanceof ProcessInstanceRecordValue flow) {
                TAKEN.add(flow.getBpmnProcessId() + "/" + flow.getElementId());
            }
        }
    }

    static Set<String> taken() {
        return Set.copyOf(TAKEN);
    }
}
