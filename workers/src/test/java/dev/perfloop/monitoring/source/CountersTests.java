package dev.perfloop.monitoring.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountersTests {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void whatWasAddedIsTheDifferenceOverTheTime() {
        var growth = at(15, "a", Map.of("calls", 130.0)).since(at(0, "a", Map.of("calls", 100.0)));

        assertThat(growth.of("calls")).isEqualTo(30);
        assertThat(growth.rate("calls")).isEqualTo(2);
    }

    @Test
    void afterAResetAllThatIsCountedWasAddedSinceIt() {
        var reset = new Counters(NOON.plusSeconds(60), "b", 20, true, Map.of("calls", 40.0));

        var growth = reset.since(at(0, "a", Map.of("calls", 1000.0)));

        assertThat(growth.anew()).isTrue();
        assertThat(growth.of("calls")).isEqualTo(40);
        assertThat(growth.seconds()).isEqualTo(20);
        assertThat(growth.rate("calls")).isEqualTo(2);
    }

    @Test
    void aResetThatLeftMoreThanThereWasIsStillAReset() {
        var reset = new Counters(NOON.plusSeconds(60), "b", 50, true, Map.of("calls", 2000.0));

        assertThat(reset.since(at(0, "a", Map.of("calls", 1000.0))).of("calls")).isEqualTo(2000);
    }

    @Test
    void aCounterThatWentBackWithoutAWordCountsWhatItShows() {
        var growth = at(15, "", Map.of("calls", 7.0)).since(at(0, "", Map.of("calls", 1000.0)));

        assertThat(growth.of("calls")).isEqualTo(7);
        assertThat(growth.seconds()).isEqualTo(15);
    }

    @Test
    void aNewCounterHadCountedNothingWhereTheListWasComplete() {
        var complete = at(0, "a", Map.of("other", 1.0));
        var cut = new Counters(NOON, "a", 100, false, Map.of("other", 1.0));

        assertThat(at(15, "a", Map.of("calls", 7.0)).since(complete).of("calls"))
                .isEqualTo(7);
        assertThat(at(15, "a", Map.of("calls", 7.0)).since(cut).of("calls")).isNaN();
    }

    @Test
    void overAGapNothingThatWasCountedIsLost() {
        var growth = at(3600, "a", Map.of("calls", 7300.0)).since(at(0, "a", Map.of("calls", 100.0)));

        assertThat(growth.rate("calls") * growth.seconds()).isEqualTo(7200, within(1e-9));
    }

    private static Counters at(int second, String epoch, Map<String, Double> values) {
        return new Counters(NOON.plusSeconds(second), epoch, 100_000 + second, true, values);
    }
}
