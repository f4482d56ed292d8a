package dev.perfloop.alert.delivery;

import dev.perfloop.mail.Answer;
import dev.perfloop.mail.Pauses;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
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

    /** Each channel by itself, so that one that is slow or away keeps nobody else waiting. */
    @Scheduled(fixedDelayString = "${perfloop.alert.look-every:PT2S}", initialDelayString = "PT5S")
    void deliver() {
        try {
            rows.addResolved(clock.instant());
            try (var channels = Executors.newVirtualThreadPerTaskExecutor()) {
                rows.channelsDue(clock.instant()).forEach(channel -> channels.execute(() -> serve(channel)));
            }
        } catch (DataAccessException away) {
            log.warn("Nobody is told of alerts while Perfloop's own database is away: {}", away.getMessage());
        }
    }

    /** As long as there is more, and the receiver takes it. */
    private void serve(String channel) {
        try {
            Duration lease = properties.patience().multipliedBy(AT_ONCE);
            List<Telling> claimed;
            do {
                claimed = rows.claim(channel, clock.instant(), lease, AT_ONCE);
            } while (isAnyTaken(claimed) && claimed.size() == AT_ONCE);
        } catch (DataAccessException away) {
            log.warn("Channel {} waits while Perfloop's own database is away: {}", channel, away.getMessage());
        }
    }

    private boolean isAnyTaken(List<Telling> claimed) {
        var taken = new AtomicBoolean();
        try (var tellings = Executors.newVirtualThreadPerTaskExecutor()) {
            claimed.forEach(telling -> tellings.submit(() -> {
                if (deliver(telling)) {
                    taken.set(true);
                }
                return null;
            }));
        }
        return taken.get();
    }

    /** Whether it was taken. */
    private boolean deliver(Telling telling) throws InterruptedException {
        var channel = properties.channels().stream()
                .filter(known -> known.name().equals(telling.channel()))
                .findFirst();
        Answer answer = channel.isEmpty()
                ? new Answer.Refused("There is no such channel in the settings any more.")
                : receivers.send(channel.get(), telling.shownOn(properties.pages()), properties.patience());
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
        return answer instanceof Answer.Taken;
    }

    private void giveUp(Telling telling, String words, Instant now) {
        log.error("Channel {} is not told of alert {}: {}", telling.channel(), telling.alert(), words);
        rows.ended(telling.id(), "GIVEN_UP", words, now);
    }
}
