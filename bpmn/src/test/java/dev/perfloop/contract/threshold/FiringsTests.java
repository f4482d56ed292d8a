package dev.perfloop.contract.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.contract.threshold.Firings.Value;
import dev.perfloop.contract.threshold.Threshold.Direction;
import dev.perfloop.contract.threshold.Threshold.From;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One value a minute; the threshold wants two minutes. */
class FiringsTests {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Threshold SLOW =
            new Threshold(200, 300, Direction.ABOVE, Duration.ofMinutes(2), 0.1, From.OWN);

    @Test
    void eachTimeBeyondForLongEnoughIsOneFiring() {
        var firings = over(SLOW, 100, 250, 260, 350, 340, 100, 100, 100, 900, 100, 250, 250, 250, 250);

        assertThat(firings)
                .containsExactly(
                        new Firing(minute(1), minute(3), minute(7), Severity.CRITICAL, 350),
                        new Firing(minute(10), minute(12), null, Severity.WARNING, 250));
    }

    @Test
    void theWorstOfWhatIsWorseBelowIsTheLeast() {
        var hits = new Threshold(0.95, 0.8, Direction.BELOW, Duration.ZERO, 0, From.OWN);

        assertThat(over(hits, 0.9, 0.7, 0.99))
                .containsExactly(new Firing(minute(0), minute(0), minute(2), Severity.CRITICAL, 0.7));
    }

    @Test
    void silenceIsNoRecovery() {
        var firings = Firings.over(
                List.of(new Value(minute(0), 250), new Value(minute(2), 250), new Value(minute(90), 250)),
                at -> Optional.of(SLOW));

        assertThat(firings).containsExactly(new Firing(minute(0), minute(2), null, Severity.WARNING, 250));
    }

    @Test
    void whereNothingHeldNothingIsJudged() {
        var firings = Firings.over(
                List.of(new Value(minute(0), 250), new Value(minute(2), 250)),
                at -> at.equals(minute(0)) ? Optional.of(SLOW) : Optional.empty());

        assertThat(firings).isEmpty();
    }

    @Test
    void whatIsUsualMovesWithTheHour() {
        assertThat(Threshold.ofUsual("ms", 40.0, 50.0)).hasValueSatisfying(it -> {
            assertThat(it.warning()).isEqualTo(60);
            assertThat(it.critical()).isEqualTo(80);
        });
        assertThat(Threshold.ofUsual("1/s", 40.0, 50.0)).isEmpty();
        assertThat(Threshold.ofUsual("ms", null, null)).isEmpty();
    }

    private static List<Firing> over(Threshold threshold, double... values) {
        List<Value> history = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            history.add(new Value(minute(i), values[i]));
        }
        return Firings.over(history, at -> Optional.of(threshold));
    }

    private static Instant minute(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }
}
