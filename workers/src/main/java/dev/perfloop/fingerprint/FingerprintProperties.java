package dev.perfloop.fingerprint;

import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param times       how often each request is sent
 * @param warmUps     how many of these are not counted: the first ones fill caches, pools and prepared statements
 * @param budget      longest time for all requests together; what is left out then is said
 * @param patience    longest wait for one answer
 * @param quietLook   how long the database is watched without a request, to know what runs in it anyway
 */
@Validated
@ConfigurationProperties("perfloop.fingerprint")
record FingerprintProperties(
        @Positive @DefaultValue("8") int times,
        @PositiveOrZero @DefaultValue("2") int warmUps,
        @DefaultValue("60s") Duration budget,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("1100ms") Duration quietLook) {}
