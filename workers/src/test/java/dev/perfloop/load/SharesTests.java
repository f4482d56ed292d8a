package dev.perfloop.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perfloop.load.gatling.LaunchResult;
import dev.perfloop.load.gatling.LaunchResult.ErrorSample;
import dev.perfloop.load.gatling.LaunchSpec;
import dev.perfloop.load.gatling.Progress;
import dev.perfloop.load.gatling.RecordedSecond;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharesTests {
    private static final LaunchSpec WHOLE = new LaunchSpec(
            "http://localhost:8081",
            "STRESS",
            100,
            10,
            30,
            new LaunchSpec.Stress(40, 400, 5),
            List.of(),
            Map.of(),
            null,
            0,
            7,
            10,
            new LaunchSpec.Abort(0.8, 10));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 32})
    void sharesAddUpToTheWholeAndDrawDifferently(int injectors) {
        var shares = IntStream.rangeClosed(1, injectors)
                .mapToObj(injector -> Shares.of(WHOLE, injector, injectors, 99))
                .toList();

        assertThat(shares.stream().mapToDouble(LaunchSpec::ratePerSecond).sum()).isCloseTo(100, within(1e-9));
        assertThat(shares.stream()
                        .mapToDouble(share -> stress(share).fromRate())
                        .sum())
                .isCloseTo(40, within(1e-9));
        assertThat(shares.stream().mapToDouble(share -> stress(share).toRate()).sum())
                .isCloseTo(400, within(1e-9));
        assertThat(shares).allSatisfy(share -> {
            assertThat(stress(share).stepSeconds()).isEqualTo(5);
            assertThat(share.durationSeconds()).isEqualTo(30);
            assertThat(share.startAt()).isEqualTo(99);
        });
        assertThat(shares.stream().map(LaunchSpec::seed)).doesNotHaveDuplicates();
        assertThat(shares.getFirst().seed()).isEqualTo(WHOLE.seed());
    }

    @Test
    void secondsOfTheSameRequestAreMergedExactly() {
        var one = List.of(Recorded.second(0, "list", 1, 10, 20), Recorded.second(1, "list", 0, 30));
        var other = List.of(Recorded.second(0, "list", 2, 40, 50, 60), Recorded.second(0, "book", 0, 5));

        var merged = Shares.seconds(Stream.concat(one.stream(), other.stream()).toList());

        assertThat(merged).extracting(RecordedSecond::count).containsExactly(5, 1, 1);
        assertThat(merged).extracting(RecordedSecond::errors).containsExactly(3, 0, 0);
        var all = merged.getFirst().latencies();
        assertThat(all.getMinValue()).isCloseTo(10_000, within(20L));
        assertThat(all.getValueAtPercentile(60)).isCloseTo(40_000, within(60L));
        assertThat(all.getTotalCount()).isEqualTo(5);
        assertThat(all.getMaxValue()).isCloseTo(60_000, within(60L));
    }

    @Test
    void ratesAndCountsAddUpAndAGeneratorIsAsBadAsTheWorst() {
        var refused = new ErrorSample("list", "Connection refused", 3);
        var late = Recorded.launch(1_000, 11_000, 30, 0.2, 90, 400, List.of(refused), null);
        var busy = Recorded.launch(2_000, 12_000, 40, 0.7, 1, 500, List.of(refused), "it had enough");

        LaunchResult all = Shares.merged(List.of(late, busy));

        assertThat(all.offeredRate()).isEqualTo(80);
        assertThat(all.effectiveRate()).isEqualTo(70);
        assertThat(all.requests()).isEqualTo(900);
        assertThat(all.errors()).isEqualTo(6);
        assertThat(all.errorSamples()).containsExactly(new ErrorSample("list", "Connection refused", 6));
        assertThat(all.generatorCpu()).isEqualTo(0.7);
        assertThat(all.lateP99Ms()).isEqualTo(90);
        assertThat(all.measuredFrom()).as("both are warm").isEqualTo(busy.measuredFrom());
        assertThat(all.measuredTo()).as("both still drive").isEqualTo(late.measuredTo());
        assertThat(all.cpuPeriods()).isEqualTo(-1);
        assertThat(all.reason()).isEqualTo("it had enough");
    }

    @Test
    void oneSaturatedInjectorSpoilsTheTestAndIsNamed() {
        var fine = Recorded.launch(0, 60_000, 40, 0.2, 1, 2_400, List.of(), null);
        var slow = Recorded.launch(0, 60_000, 35, 0.9, 400, 2_100, List.of(), null);
        var injected = Injected.together(List.of(fine, slow));
        var figures = new Figures(1, 1, 1, 1, 1, 75, 0, 4_500);
        var result = new LoadResult(figures, Map.of(), 0, 80, 75, 0, 60, null, null);

        var reasons = Validity.reasonsAgainst(
                LoadProfile.BASELINE,
                injected,
                result,
                new LoadProperties.Limits(0.05, 0.8, Duration.ofMillis(250), 0.05, 100, 10),
                false);

        assertThat(reasons).hasSize(3).allMatch(reason -> reason.startsWith("Injector 2 of 2: The generator "));
        assertThat(injected.split().words())
                .isEqualTo("2 injectors drove 40.0, 35.0 arrivals a second, used 20 %, 90 % of their machine's"
                        + " processors, and started 1 of 100 arrivals later than 1 ms, 400 ms.");
    }

    @Test
    void watchersSeeOneLoad() {
        assertThat(Shares.progress(
                        List.of(new Progress(5, 30, 100, 1, 10, 20, 30), new Progress(4, 30, 90, 2, 5, 80, 90))))
                .isEqualTo(new Progress(4, 30, 190, 3, 10, 80, 90));
    }

    private static LaunchSpec.Stress stress(LaunchSpec share) {
        return Objects.requireNonNull(share.stress());
    }
}
