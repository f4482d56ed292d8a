package dev.perfloop.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.validation.Comparison.Verdict;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LooksTests {
    @Test
    void fewRoundsAreEachJudged() {
        assertThat(due(new Looks(20), 20)).hasSize(20);
    }

    @Test
    void manyAreJudgedLessAndLessOftenAndTheLastAlways() {
        assertThat(due(new Looks(150), 150)).containsExactly(1, 2, 4, 8, 16, 32, 64, 128, 150);
        assertThat(new Looks(150).next(16)).isEqualTo(32);
        assertThat(new Looks(150).next(130)).isEqualTo(150);
    }

    @Test
    void roundsThatAPersonAsksForBeyondTheMostAreJudged() {
        assertThat(due(new Looks(21), 23)).endsWith(21, 22, 23);
    }

    @Test
    void inBetweenItCannotBeToldYet() {
        var judged = new Comparison(Verdict.REGRESSED, false, 40, 7, "Worse", List.of());

        var kept = judged.notJudgedBefore(32);

        assertThat(kept.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(kept.moreRuns()).isEqualTo(7);
        assertThat(kept.reason()).contains("after round 32");
    }

    private static List<Integer> due(Looks looks, int rounds) {
        return IntStream.rangeClosed(1, rounds)
                .filter(looks::isDueAfter)
                .boxed()
                .toList();
    }
}
