package dev.perfloop.validation;

import dev.perfloop.validation.Comparison.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How often the verdict raises a false alarm, and how often it catches what is there: comparisons of simulated services, each with
 * noise of its own, with as many interleaved rounds as the verdict asks for; then of recorded tests of the real demo shop. Gates are
 * asked the same.
 *
 * <p>Arguments: comparisons of a kind (default 300), most rounds (default 20), seconds a load test (default 120), and {@code night} for
 * recorded tests over as many rounds as a night holds, and nothing else.
 */
public final class VerdictBenchmark {
    record Ended(Verdict verdict, int rounds) {}

    record Kind(String name, double slowdown, boolean tailOnly) {}

    static final List<Kind> KINDS = List.of(
            new Kind("nothing changed (A/A)", 1, false),
            new Kind("5 % slower", 1.05, false),
            new Kind("10 % slower", 1.10, false),
            new Kind("slower half 5 % slower", 1.05, true),
            new Kind("slower half 10 % slower", 1.10, true),
            new Kind("20 % faster", 0.8, false));

    private VerdictBenchmark() {}

    public static void main(String[] args) {
        int comparisons = args.length > 0 ? Integer.parseInt(args[0]) : 300;
        int most = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 120;
        if (args.length > 3 && "night".equals(args[3])) {
            RecordedVerdicts.byNight(comparisons);
            return;
        }
        head(most);
        for (Kind kind : KINDS) {
            var ended = IntStream.range(0, comparisons)
                    .parallel()
                    .mapToObj(i -> compare(kind, 1000L * KINDS.indexOf(kind) + i, most, seconds))
                    .toList();
            print(kind, ended);
        }
        RecordedVerdicts.print(comparisons);
        GateVerdicts.print(comparisons);
    }

    static void head(int most) {
        System.out.println("| what | comparisons | regressed | improved | unchanged | inconclusive after " + most
                + " rounds | rounds: median, 95th |\n|---|---|---|---|---|---|---|");
    }

    private static Ended compare(Kind kind, long seed, int most, int seconds) {
        var random = new SplittableRandom(seed);
        var service = new SimulatedService(random);
        var bootstrap = new Bootstrap(random);
        List<Map<String, Block>> before = new ArrayList<>();
        List<Map<String, Block>> after = new ArrayList<>();
        var looks = new Looks(most);
        for (int round = 1; ; round++) {
            if (round % 2 == 1) {
                before.add(service.test(seconds, 1, false));
                after.add(service.test(seconds, kind.slowdown, kind.tailOnly));
            } else {
                after.add(service.test(seconds, kind.slowdown, kind.tailOnly));
                before.add(service.test(seconds, 1, false));
            }
            if (!looks.isDueAfter(round)) {
                continue;
            }
            var verdict = new ComparisonJudge(bootstrap, NoiseFloor.UNMEASURED, new Limits(5, 5, 5, 20))
                    .judge(Measured.NOTHING_ASKED, profiles(before), profiles(after))
                    .verdict();
            if (verdict != Verdict.INCONCLUSIVE || round == most) {
                return new Ended(verdict, round);
            }
        }
    }

    static Profiles profiles(List<Map<String, Block>> tests) {
        Map<String, Arm> arms = new HashMap<>();
        tests.getFirst()
                .keySet()
                .forEach(request -> arms.put(
                        request,
                        new Arm(tests.stream().map(it -> it.get(request)).toList())));
        return new Profiles(Map.of(Profiles.BASELINE, arms));
    }

    static void print(Kind kind, List<Ended> ended) {
        var counts = ended.stream().collect(Collectors.groupingBy(Ended::verdict, Collectors.counting()));
        var rounds = ended.stream().map(Ended::rounds).sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %s | %s | %s | %s | %d, %d |%n",
                kind.name,
                ended.size(),
                share(counts, Verdict.REGRESSED, ended.size()),
                share(counts, Verdict.IMPROVED, ended.size()),
                share(counts, Verdict.UNCHANGED, ended.size()),
                share(counts, Verdict.INCONCLUSIVE, ended.size()),
                rounds.get(rounds.size() / 2),
                rounds.get(rounds.size() * 95 / 100));
    }

    private static String share(Map<Verdict, Long> counts, Verdict verdict, int of) {
        return String.format(Locale.ROOT, "%.1f %%", 100.0 * counts.getOrDefault(verdict, 0L) / of);
    }
}
