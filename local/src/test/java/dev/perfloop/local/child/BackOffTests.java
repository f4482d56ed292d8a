package dev.perfloop.local.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackOffTests {
    private final BackOff backOff = new BackOff();

    @Test
    void pausesDoubleUpToHalfAMinute() {
        assertThat(Stream.generate(() -> backOff.after(Duration.ofSeconds(2)))
                        .limit(7)
                        .map(Duration::toSeconds))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void aMinuteOfHealthForgives() {
        assertThat(backOff.after(Duration.ZERO)).hasSeconds(1);
        assertThat(backOff.after(Duration.ZERO)).hasSeconds(2);
        assertThat(backOff.after(Duration.ofMinutes(1))).hasSeconds(1);
    }
}
