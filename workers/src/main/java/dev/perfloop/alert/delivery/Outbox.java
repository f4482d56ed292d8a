package dev.perfloop.alert.delivery;

import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Where it is written down that somebody has to be told; in the caller's transaction, so that nothing is told that is not so. */
@Service
public class Outbox {
    private final DeliveryRepository rows;
    private final DeliveryProperties properties;
    private final InstantSource clock;

    Outbox(DeliveryRepository rows, DeliveryProperties properties, InstantSource clock) {
        this.rows = rows;
        this.properties = properties;
        this.clock = clock;
    }

    /** @param severity the one it has come to */
    public void tell(UUID alert, String severity) {
        add(alert, severity, null);
    }

    /**
     * Somebody is asked to do something about it.
     *
     * @param event APPROVAL or SCALING
     */
    public void ask(UUID alert, String event, String words) {
        add(alert, event, words);
    }

    private void add(UUID alert, String event, @Nullable String words) {
        var channels = properties.channels().stream().map(Channel::name).toList();
        rows.add(alert, event, words, channels, clock.instant());
    }
}
