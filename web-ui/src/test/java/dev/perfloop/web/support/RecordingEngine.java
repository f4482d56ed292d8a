package dev.perfloop.web.support;

import dev.perfloop.web.engine.Delivery;
import dev.perfloop.web.engine.Engine;
import dev.perfloop.web.engine.EngineMessage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes every message, or none while it is away. */
public final class RecordingEngine implements Engine {
    private final List<EngineMessage> messages = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    @Override
    public Delivery publish(EngineMessage message) {
        if (away) {
            return Delivery.POSTPONED;
        }
        messages.add(message);
        return Delivery.SENT;
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
