package dev.perfloop.alert.delivery;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is told of alerts.
 *
 * @param channels  receivers; give addresses and secrets by the environment
 * @param patience  how long a receiver may take to answer
 * @param firstPause before a second attempt; each later pause is twice as long, up to an hour
 * @param giveUpAfter from then on nobody wants to hear of it any more
 * @param pages where people open Perfloop, as {@code https://perfloop.example.org}: messages link to it
 */
@ConfigurationProperties("perfloop.alert")
record DeliveryProperties(
        @DefaultValue List<Channel> channels,
        @DefaultValue("PT10S") Duration patience,
        @DefaultValue("PT10S") Duration firstPause,
        @DefaultValue("P1D") Duration giveUpAfter,
        @Nullable URI pages) {

    DeliveryProperties {
        channels = List.copyOf(channels);
    }
}
