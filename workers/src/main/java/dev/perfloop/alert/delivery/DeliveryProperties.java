package dev.perfloop.alert.delivery;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is told of alerts.
 *
 * @param channels  receivers; give addresses and secrets by the environment
 * @param patience  how long a receiver may take to answer
 * @param firstPause before a second attempt; each later pause is twice as long, up to an hour
 * @param giveUpAfter from then on nobody wants to hear of it any more
 */
@ConfigurationProperties("perfloop.alert")
record DeliveryProperties(
        @DefaultValue List<Channel> channels,
        @DefaultValue("PT10S") Duration patience,
        @DefaultValue("PT10S") Duration firstPause,
        @DefaultValue("P1D") Duration giveUpAfter) {
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 12;

    DeliveryProperties {
        channels = List.copyOf(channels);
    }

    Duration pauseAfter(int attempts) {
        var pause = firstPause.multipliedBy(1L << Math.clamp(attempts - 1, 0, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
