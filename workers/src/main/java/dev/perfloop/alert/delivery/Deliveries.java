package dev.perfloop.alert.delivery;

import dev.perfloop.mail.Answer;
import dev.perfloop.mail.Pauses;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Empties the outbox. A receiver may hear of something twice when a worker is killed right after it was told, never not at all. */
@Service
class Deliveries {
    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);
    private static final int AT_ONCE = 20;

    private final DeliveryRepository rows;
    private final DeliveryProperties properties;
    private final Receivers receivers;
    private final InstantSource clock;

    Deliveries(DeliveryRepository rows, DeliveryProperties properties, Receivers receivers, InstantSource clock) {
        this.rows = rows;
        this.properties = properties;
        this.receivers = receivers;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${perfloop.alert.look-every:PT2S}", initialDelayString = "PT5S")
    void deliver() {
        try {
            rows.addResolved(clock.instant());
            Duration lease = properties.patience().multipliedBy(AT_ONCE);
            for (var telling : rows.claim(clock.instant(), lease, AT_ONCE)) {
                deliver(telling);
            }
        } catch (DataAccessException away) {
            log.warn("Nobody is told of alerts while Perfloop's own database is away: {}", away.getMessage());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(Telling telling) throws InterruptedException {
        var channel = properties.channels().stream()
                .filter(known -> known.name().equals(telling.channel()))
                .findFirst();
        Answer answer = channel.isEmpty()
                ? new Answer.Refused("There is no such channel in the settings any more.")
                : receivers.send(channel.get(), telling, properties.patience());
        Instant now = clock.instant();
        switch (answer) {
            case Answer.Taken taken -> rows.ended(telling.id(), "SENT", taken.words(), now);
            case Answer.Refused refused -> giveUp(telling, refused.words(), now);
            case Answer.NotNow notNow -> {
                if (telling.madeAt().plus(properties.giveUpAfter()).isAfter(now)) {
                    rows.again(
                            telling.id(),
                            notNow.words(),
                            now.plus(Pauses.after(telling.attempts() + 1, properties.firstPause())));
                } else {
                    giveUp(telling, notNow.words(), now);
                }
            }
        }
    }

    private void giveUp(Telling telling, String words, Instant now) {
        log.error("Channel {} is not told of alert {}: {}", telling.channel(), telling.alert(), words);
        rows.ended(telling.id(), "GIVEN_UP", words, now);
    }
}
