package dev.perfloop.web.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.perfloop.web.WebUiProperties;
import dev.perfloop.web.WebUiProperties.LoginLimits;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * How many more failed logins are looked at, per name and per address. Only failures count. An address may go into debt:
 * guesses that run at the same time all pass, and are then paid for with a longer wait.
 */
@Component
class LoginLimit {
    /** Who fills this with names or addresses of their own pays with as many failures; the least used ones are forgotten. */
    private static final int REMEMBERED = 10_000;

    private static final int IPV6_BYTES = 16;

    private final Cache<String, Bucket> names =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final Cache<String, Bucket> addresses =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final LoginLimits limits;
    private final TimeMeter time;

    LoginLimit(WebUiProperties properties, InstantSource clock) {
        this.limits = properties.loginLimits();
        this.time = new ClockTime(clock);
    }

    /** How long it is until a login would be looked at; zero for at once. */
    Duration waitFor(String name, String address) {
        return Duration.ofNanos(Math.max(wait(ofName(name)), wait(ofAddress(address))));
    }

    void failed(String name, String address) {
        // No debt here: who guesses must not lock out for hours the one whose name it is.
        ofName(name).tryConsume(1);
        ofAddress(address).consumeIgnoringRateLimits(1);
    }

    private static long wait(Bucket bucket) {
        return bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
    }

    private Bucket ofName(String name) {
        return names.get(name.toLowerCase(Locale.ROOT), key -> bucket(limits.perName(), limits.namePause()));
    }

    private Bucket ofAddress(String address) {
        return addresses.get(network(address), key -> bucket(limits.perAddress(), limits.addressPause()));
    }

    /** A client has a whole /64 of IPv6 addresses and may take another one for each guess. */
    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == IPV6_BYTES ? HexFormat.of().formatHex(bytes, 0, IPV6_BYTES / 2) : address;
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }

    private Bucket bucket(int failures, Duration pause) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(failures).refillGreedy(1, pause))
                .withCustomTimePrecision(time)
                .build();
    }

    private record ClockTime(InstantSource clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
