package dev.perfloop.process;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** The sequence flows that the process tests of this JVM took, as {@code process/flow}. */
final class FlowCoverage {
    private static final Set<String> TAKEN = new ConcurrentSkipListSet<>();

    private FlowCoverage() {}

    static void note(Iterable<Record<?>> records) {
        for (var row : records) {
            if (row.getIntent() == ProcessInstanceIntent.SEQUENCE_FLOW_TAKEN
                    && row.getValue() instanceof ProcessInstanceRecordValue flow) {
                TAKEN.add(flow.getBpmnProcessId() + "/" + flow.getElementId());
            }
        }
    }

    static Set<String> taken() {
        return Set.copyOf(TAKEN);
    }
}
