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
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Comparisons of load tests that were recorded one after the other: as they are, and with the latencies of one side made longer. Once
 * without any knowledge of the noise but what a run has, its profiling load beside its first measurement; once calibrated by
 * the tests that were not dealt.
 */
public final class RecordedVerdicts {
    /** How a comparison gets its tests. */
    enum Deal {
        /** As a run drives them: the profiling load and then pairs, one after the other from a test drawn by lot; so is which of a pair is before. */
        IN_TURNS,
        /** For more rounds than were recorded: each pair is two that follow each other, drawn from all of them. */
        DRAWN_PAIRS,
        /** Each drawn by lot, so that before and after may be far apart: a machine that drifts is at its worst. */
        BY_LOT
    }

    static final String QUICK_ANSWERS = "recorded-series.csv.gz";
    static final String WORKING_DATABASE = "recorded-working-series.csv.gz";

    private static final Limits LIMITS = new Limits(5, 5, 5, 20);
    private static final int MOST_ROUNDS = 20;
    private static final int ROUNDS_OF_A_RUN = 3;
    /** Of 45 s a test as recorded: three hours. */
    private static final int ROUNDS_OF_A_NIGHT = 128;

    private final RecordedService service;

    RecordedVerdicts(String recording) {
        this.service = new RecordedService(recording);
    }

    /** Argument: comparisons of a kind (default 300). */
    public static void main(String[] args) {
        print(args.length > 0 ? Integer.parseInt(args[0]) : 300);
    }

    static void print(int comparisons) {
        for (String recording : List.of(QUICK_ANSWERS, WORKING_DATABASE)) {
            var recorded = new RecordedVerdicts(recording);
            int all = recorded.service.tests().size();
            int most = Math.min(MOST_ROUNDS, (all - 1) / 2);
            recorded.print(comparisons, recording, VerdictBenchmark.KINDS, Deal.IN_TURNS, most, false);
            recorded.print(comparisons, recording, VerdictBenchmark.KINDS, Deal.IN_TURNS, all / 4, true);
            var unchanged = VerdictBenchmark.KINDS.subList(0, 1);
            recorded.print(comparisons, recording, unchanged, Deal.BY_LOT, ROUNDS_OF_A_RUN, false);
            recorded.print(comparisons, recording, unchanged, Deal.BY_LOT, most, false);
        }
        byNight(comparisons);
    }

    /** The quick answers are too few to be drawn from so often. */
    static void byNight(int comparisons) {
        new RecordedVerdicts(WORKING_DATABASE)
                .print(
                        comparisons,
                        WORKING_DATABASE,
                        VerdictBenchmark.KINDS,
                        Deal.DRAWN_PAIRS,
                        ROUNDS_OF_A_NIGHT,
                        false);
    }

    private void print(int comparisons, String recording, List<Kind> kinds, Deal deal, int most, boolean calibrated) {
        System.out.println("\n" + service.tests().size() + " tests of " + recording + ", " + deal + ", "
                + (calibrated ? "calibrated by those not dealt" : "not calibrated"));
        VerdictBenchmark.head(most);
        for (Kind kind : kinds) {
            VerdictBenchmark.print(
                    kind,
                    IntStream.range(0, comparisons)
                            .parallel()
                            .mapToObj(i -> compare(kind, i, deal, most, calibrated))
                            .toList());
        }
    }

    /** @param most rounds of one test a side */
    Ended compare(Kind kind, long seed, Deal deal, int most, boolean calibrated) {
        var dealt = deal(deal, new Random(seed), most);
        var bootstrap = new Bootstrap(new SplittableRandom(seed));
        var profiled = List.of(dealt.getLast(), dealt.getFirst());
        var floor = calibrated
                ? floor(dealt.subList(2 * most, dealt.size()), bootstrap)
                : NoiseFloor.UNMEASURED.orElse(floor(profiled, bootstrap).known());
        List<Map<String, Block>> before = new ArrayList<>();
        List<Map<String, Block>> after = new ArrayList<>();
        var looks = new Looks(most);
        for (int round = 1; ; round++) {
            before.add(service.test(dealt.get(2 * round - 2), 1, false));
            after.add(service.test(dealt.get(2 * round - 1), kind.slowdown(), kind.tailOnly()));
            if (!looks.isDueAfter(round)) {
                continue;
            }
            var verdict = new ComparisonJudge(bootstrap, floor, LIMITS)
                    .judge(Measured.NOTHING_ASKED, VerdictBenchmark.profiles(before), VerdictBenchmark.profiles(after))
                    .verdict();
            if (verdict != Verdict.INCONCLUSIVE || round == most) {
                return new Ended(verdict, round);
            }
        }
    }

    /** Pairs of before and after; the last of them comes right before the first. */
    private List<Integer> deal(Deal how, Random random, int rounds) {
        List<Integer> tests = new ArrayList<>(service.tests());
        switch (how) {
            case DRAWN_PAIRS -> {
                return drawnPairs(random, rounds);
            }
            case BY_LOT -> Collections.shuffle(tests, random);
            case IN_TURNS -> {
                Collections.rotate(tests, random.nextInt(tests.size()));
                for (int i = 0; i + 1 < tests.size(); i += 2) {
                    Collections.swap(tests, i, i + random.nextInt(2));
                }
            }
        }
        return tests;
    }

    /** As cards are dealt: none comes again before all were there, for two rounds that are one would seem to have no noise. */
    private List<Integer> drawnPairs(Random random, int rounds) {
        List<Integer> tests = service.tests();
        List<Integer> deck = new ArrayList<>();
        while (deck.size() < rounds) {
            var firsts = IntStream.range(1, tests.size() - 1).boxed().collect(Collectors.toList());
            Collections.shuffle(firsts, random);
            deck.addAll(firsts);
        }
        List<Integer> drawn = new ArrayList<>();
        for (int first : deck.subList(0, rounds)) {
            int swapped = random.nextInt(2);
            drawn.add(tests.get(first + swapped));
            drawn.add(tests.get(first + 1 - swapped));
        }
        drawn.add(tests.get(deck.getFirst() - 1));
        return drawn;
    }

    private NoiseFloor floor(List<Integer> tests, Bootstrap bootstrap) {
        var alike = VerdictBenchmark.profiles(
                tests.stream().map(it -> service.test(it, 1, false)).toList());
        return new NoiseFloor(new NoiseObserver(bootstrap).observe(alike));
    }
}
