package dev.perfloop.validation;

import dev.perfloop.validation.Comparison.Verdict;
import dev.perfloop.validation.VerdictBenchmark.Ended;
import dev.perfloop.validation.VerdictBenchmark.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Comparisons of recorded load tests, drawn by lot: as they are, and with the latencies of one side made longer. Once without
 * any knowledge of the noise but what a run has, its profiling load beside its first measurement; once calibrated by the tests that
 * were not drawn.
 */
public final class RecordedVerdicts {
    private static final Limits LIMITS = new Limits(5, 5, 5, 20);

    private final RecordedService service = new RecordedService();

    /** Argument: comparisons of a kind (default 300). */
    public static void main(String[] args) {
        print(args.length > 0 ? Integer.parseInt(args[0]) : 300);
    }

    static void print(int comparisons) {
        var recorded = new RecordedVerdicts();
        int all = recorded.service.tests().size();
        for (boolean calibrated : new boolean[] {false, true}) {
            int rounds = calibrated ? all / 4 : (all - 1) / 2;
            System.out.println("\n" + all + " recorded tests, "
                    + (calibrated ? "calibrated by those not drawn" : "as a run does that was not calibrated"));
            VerdictBenchmark.head(rounds);
            for (Kind kind : VerdictBenchmark.KINDS) {
                VerdictBenchmark.print(
                        kind,
                        IntStream.range(0, comparisons)
                                .parallel()
                                .mapToObj(i -> recorded.compare(kind, i, rounds, calibrated))
                                .toList());
            }
        }
    }

    /** @param most rounds of one test a side */
    Ended compare(Kind kind, long seed, int most, boolean calibrated) {
        List<Integer> drawn = new ArrayList<>(service.tests());
        Collections.shuffle(drawn, new Random(seed));
        var bootstrap = new Bootstrap(new SplittableRandom(seed));
        int last = drawn.getLast();
        var floor = calibrated
                ? floor(drawn.subList(2 * most, drawn.size()), bootstrap)
                : NoiseFloor.UNMEASURED.orElse(
                        floor(List.of(last, drawn.getFirst()), bootstrap).known());
        List<Map<String, Block>> before = new ArrayList<>();
        List<Map<String, Block>> after = new ArrayList<>();
        for (int round = 1; ; round++) {
            before.add(service.test(drawn.get(2 * round - 2), 1, false));
            after.add(service.test(drawn.get(2 * round - 1), kind.slowdown(), kind.tailOnly()));
            var verdict = new ComparisonJudge(bootstrap, floor, LIMITS)
                    .judge(Measured.NOTHING_ASKED, VerdictBenchmark.profiles(before), VerdictBenchmark.profiles(after))
                    .verdict();
            if (verdict != Verdict.INCONCLUSIVE || round == most) {
                return new Ended(verdict, round);
            }
        }
    }

    private NoiseFloor floor(List<Integer> tests, Bootstrap bootstrap) {
        var alike = VerdictBenchmark.profiles(
                tests.stream().map(it -> service.test(it, 1, false)).toList());
        return new NoiseFloor(new NoiseObserver(bootstrap).observe(alike));
    }
}
