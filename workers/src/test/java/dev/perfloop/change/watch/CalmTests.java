package dev.perfloop.change.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.change.watch.Pulse.How;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CalmTests {
    private static final WatchProperties LIMITS =
            new WatchProperties(3, Duration.ofSeconds(1), Duration.ofSeconds(3), 3, Duration.ofMillis(100), 2);

    @Test
    void theSlowestAnswerCountsAndWhatFailedBeforeDoesNot() {
        var calm = Calm.of(List.of(
                new Pulse("list", 20, How.WELL),
                new Pulse("search", 9, How.WELL),
                new Pulse("list", 50, How.WELL),
                new Pulse("search", 5, How.BADLY)));

        assertThat(calm.slowestMs()).isEqualTo(Map.of("list", 50.0));
        assertThat(complaint(calm, new Pulse("search", 9000, How.BADLY))).isEmpty();
    }

    @Test
    void slowIsOverThreeTimesTheSlowestAndOverWhatAnybodyNotices() {
        var calm = new Calm(Map.of("list", 50.0, "quick", 1.0));

        assertThat(complaint(calm, new Pulse("list", 150, How.WELL))).isEmpty();
        assertThat(complaint(calm, new Pulse("list", 151, How.WELL)))
                .hasValueSatisfying(
                        said -> assertThat(said).contains("list takes 151 ms, at most 50 ms before (limit 150 ms)"));
        assertThat(complaint(calm, new Pulse("quick", 100, How.WELL))).isEmpty();
        assertThat(complaint(calm, new Pulse("quick", 101, How.WELL))).isPresent();
    }

    @Test
    void anErrorIsAComplaintAndAServiceThatMayBeRestartedIsNot() {
        var calm = new Calm(Map.of("list", 50.0));

        assertThat(complaint(calm, new Pulse("list", 1, How.BADLY))).isPresent();
        assertThat(complaint(calm, new Pulse("list", 1, How.NOT_REACHED))).isPresent();
        assertThat(calm.complaint(List.of(new Pulse("list", 1, How.NOT_REACHED)), LIMITS, true))
                .isEmpty();
        assertThat(calm.complaint(List.of(new Pulse("list", 1, How.BADLY)), LIMITS, true))
                .isPresent();
    }

    @Test
    void onlyComplaintsInARowStopAChange() {
        var strain = new Strain(3);
        Optional<String> slow = Optional.of("slow");

        assertThat(List.of(strain.add(slow), strain.add(slow), strain.add(Optional.empty()), strain.add(slow)))
                .allMatch(Optional::isEmpty);
        assertThat(strain.add(slow)).isEmpty();
        assertThat(strain.add(slow)).hasValueSatisfying(why -> assertThat(why).contains("3 looks in a row: slow"));
    }

    private static Optional<String> complaint(Calm calm, Pulse pulse) {
        return calm.complaint(List.of(pulse), LIMITS, false);
    }
}
