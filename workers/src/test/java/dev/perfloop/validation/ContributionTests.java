package dev.perfloop.validation;

import static dev.perfloop.validation.Measured.NOTHING_ASKED;
import static dev.perfloop.validation.Measured.arm;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ContributionTests {
    private static final double LEAST_PCT = 10;
    /** As an environment that was calibrated: tests that are alike differ by half a percent. */
    private static final Noise LITTLE = new Noise(0.005, 20);

    @Test
    void whatIsSurelyWorseWithoutTheChangeIsItsContribution() {
        var told = told(profiles(all(1, 100)), profiles(all(2, 180)));

        assertThat(told.contributes()).isTrue();
        assertThat(told.why()).startsWith("Without it baseline p50 of all requests +");
    }

    @Test
    void aChangeWithoutWhichNothingIsLostAddsNothing() {
        var told = told(profiles(all(1, 100)), profiles(all(2, 100)));

        assertThat(told.contributes()).isFalse();
        assertThat(told.why()).startsWith("Adds nothing: without it baseline p50 of all requests");
    }

    @Test
    void oneTestInAnEnvironmentOfUnknownNoiseShowsNoAbsence() {
        var told = told(profiles(all(1, 100)), profiles(all(2, 100)), NoiseFloor.UNMEASURED, 5);

        assertThat(told.contributes()).isTrue();
        assertThat(told.why()).startsWith("What it contributes cannot be told");
    }

    @Test
    void theLossOfASingleRequestKeepsTheChange() {
        var with = Map.of("", all(1, 100), "history", arm(3, 120, 10, 100, 0.3));
        var without = Map.of("", all(2, 100), "history", arm(4, 120, 10, 300, 0.3));

        var told = told(new Profiles(Map.of("BASELINE", with)), new Profiles(Map.of("BASELINE", without)));

        assertThat(told.contributes()).isTrue();
        assertThat(told.why()).contains("of history +");
    }

    @Test
    void nothingMeasuredWithoutItShowsNoAbsence() {
        var told = told(profiles(all(1, 100)), new Profiles(Map.of()));

        assertThat(told.contributes()).isTrue();
        assertThat(told.why()).contains("could not be measured");
    }

    private static Arm all(int seed, double medianMs) {
        return arm(seed, 120, 60, medianMs, 0.3);
    }

    private static Profiles profiles(Arm all) {
        return new Profiles(Map.of("BASELINE", Map.of("", all)));
    }

    private static Contribution told(Profiles with, Profiles without) {
        Map<NoiseFloor.Key, Noise> known = new HashMap<>();
        for (String request : List.of("", "history")) {
            for (Metric metric : Metric.values()) {
                known.put(new NoiseFloor.Key("BASELINE", request, metric), LITTLE);
            }
        }
        return told(with, without, new NoiseFloor(known), LEAST_PCT);
    }

    private static Contribution told(Profiles with, Profiles without, NoiseFloor floor, double leastPct) {
        var bootstrap = new Bootstrap(new SplittableRandom(1));
        var metrics = new ComparisonJudge(bootstrap, floor, new Limits(leastPct, 5, 5, 20))
                .judge(NOTHING_ASKED, with, without)
                .metrics();
        return Contribution.of(metrics, leastPct);
    }
}
