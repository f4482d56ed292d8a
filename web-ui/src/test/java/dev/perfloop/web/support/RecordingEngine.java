package dev.perfloop.web.support;

import dev.perfloop.web.engine.Delivery;
import dev.perfloop.web.engine.Engine;
import dev.perfloop.web.engine.EngineMessage;
import dev.perfloop.web.engine.Repeat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes every message, or none while it is away. */
public final class RecordingEngine implements Engine {
    private final List<EngineMessage> messages = new CopyOnWriteArrayList<>();
    private final Set<String> begun = ConcurrentHashMap.newKeySet();
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
    public Repeat beginAnew(long processInstanceKey, long elementInstanceKey, String elementId) {
        if (away) {
            return Repeat.AWAY;
        }
        return begun.add(elementId + " " + elementInstanceKey + " of " + processInstanceKey)
                ? Repeat.BEGUN
                : Repeat.REFUSED;
    }

    /** Whether that visit of the element was ended and another begun. */
    public boolean hasBegunAnew(String elementId, long elementInstanceKey, long processInstanceKey) {
        return begun.contains(elementId + " " + elementInstanceKey + " of " + processInstanceKey);
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
