package dev.perfloop.process;

import io.camunda.zeebe.logstreams.log.LogAppendEntry;
import io.camunda.zeebe.logstreams.log.LogStream;
import io.camunda.zeebe.logstreams.log.WriteContext;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.InMemoryEngine;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import java.lang.reflect.Field;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A person in Tasklist. The in-memory engine has no call to complete a native user task, so the command goes straight
 * into its log, as the broker's REST gateway would write it.
 */
final class Tasklist {
    private final ZeebeTestEngine engine;

    Tasklist(ZeebeTestEngine engine) {
        this.engine = engine;
    }

    void complete(String elementId, String variablesJson) {
        var command = new UserTaskRecord()
                .setUserTaskKey(openTask(elementId))
                .setAction("complete")
                .setVariables(new UnsafeBuffer(MsgPackConverter.convertToMsgPack(variablesJson)));
        var metadata = new RecordMetadata()
                .recordType(RecordType.COMMAND)
                .valueType(ValueType.USER_TASK)
                .intent(UserTaskIntent.COMPLETE);
        log().newLogStreamWriter()
                .tryWrite(WriteContext.internal(), LogAppendEntry.of(command.getUserTaskKey(), metadata, command));
    }

    private long openTask(String elementId) {
        long key = -1;
        for (var row : engine.getRecordStreamSource().getRecords()) {
            if (row.getIntent() == UserTaskIntent.CREATED
                    && row.getValue() instanceof UserTaskRecordValue task
                    && task.getElementId().equals(elementId)) {
                key = row.getKey();
            }
        }
        return key;
    }

    private LogStream log() {
        try {
            Field field = InMemoryEngine.class.getDeclaredField("logStream");
            field.setAccessible(true);
            return (LogStream) field.get(engine);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException("The in-memory engine keeps its log elsewhere now", changed);
        }
    }
}
