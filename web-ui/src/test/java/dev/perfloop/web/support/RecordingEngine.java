package dev.perfloop.web.support;

import dev.perfloop.web.engine.Delivery;
import dev.perfloop.web.engine.Engine;
import dev.perfloop.web.engine.EngineMessage;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes every message, or none while it is away. */
public final class RecordingEngine implements Engine {
    private final List<EngineMessage> messages = new CopyOnWriteArrayList<>();
    private final Set<Long> gone = ConcurrentHashMap.newKeySet();
    private volatile boolean away;

    @Override
    public Delivery publish(EngineMessage message) {
        if (away) {
            return Delivery.POSTPONED;
        }
        messages.add(message);
        return Delivery.SENT;
    }

    @Override
    public boolean isGone(long processInstanceKey) {
        return gone.contains(processInstanceKey);
    }

    public void terminate(long processInstanceKey) {
        gone.add(processInstanceKey);
    }

    public List<EngineMessage> messagesFor(String correlationKey) {
        return messages.stream()
                .filter(message -> message.correlationKey().equals(correlationKey))
                .toList();
    }

    public void goAway() {
        away = true;
    }

    public void comeBack() {
        away = false;
    }
}
