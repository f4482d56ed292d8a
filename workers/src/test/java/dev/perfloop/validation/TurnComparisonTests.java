package dev.perfloop.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.validation.TurnComparison.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnComparisonTests {
    @Test
    void theFasterOneIsNamed() {
        assertThat(verdict(blocks(1, 60, 100, 0.3), blocks(2, 60, 80, 0.3))).isEqualTo(Verdict.B_FASTER);
        assertThat(verdict(blocks(1, 60, 80, 0.3), blocks(2, 60, 100, 0.3))).isEqualTo(Verdict.A_FASTER);
    }

    @Test
    void twoOfAKindDoNotDifferRelevantly() {
        assertThat(verdict(blocks(1, 400, 100, 0.1), blocks(2, 400, 100, 0.1)))
                .isEqualTo(Verdict.NO_RELEVANT_DIFFERENCE);
    }

    @Test
    void twoOfAKindAreHardlyEverToldApart() {
        var verdicts = IntStream.range(0, 60)
                .mapToObj(i -> verdict(blocks(100 + i, 30, 100, 0.4), blocks(900 + i, 30, 100, 0.4)))
                .toList();

        assertThat(verdicts)
                .filteredOn(verdict -> verdict == Verdict.A_FASTER || verdict == Verdict.B_FASTER)
                .hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void tooFewCallsTellNothing() {
        var answer = TurnComparison.compare(blocks(1, 5, 100, 0.3), blocks(2, 5, 50, 0.3), 5, 1);

        assertThat(answer.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(answer.moreRounds()).isPositive();
    }

    @Test
    void aWideIntervalSaysHowManyMoreRoundsAreNeeded() {
        var answer = TurnComparison.compare(blocks(1, 30, 100, 1.0), blocks(2, 30, 100, 1.0), 2, 1);

        assertThat(answer.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(answer.moreRounds()).isGreaterThan(100);
    }

    @Test
    void aBetterMedianWithAWorseTailIsATradeOff() {
        assertThat(verdict(blocks(1, 200, 100, 0.1), blocks(2, 200, 80, 1.0))).isEqualTo(Verdict.TRADE_OFF);
    }

    private static Verdict verdict(List<long[]> a, List<long[]> b) {
        return TurnComparison.compare(a, b, 5, 1).verdict();
    }

    private static List<long[]> blocks(long seed, int rounds, double medianMs, double spread) {
        var random = new SplittableRandom(seed);
        List<long[]> blocks = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            blocks.add(IntStream.range(0, 10)
                    .mapToLong(i -> Math.round(1000 * medianMs * Math.exp(spread * random.nextGaussian())))
                    .toArray());
        }
        return blocks;
    }
}
