package dev.perfloop.validation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Gates of a target whose noise nobody measured: guards set by one test, held against others of the same service, as they are
 * and with longer latencies. Drawn by lot, as a gate is asked on another day.
 */
final class GateVerdicts {
    private static final Limits LIMITS = new Limits(5, 5, 5, 20);
    private static final List<Double> SLOWDOWNS = List.of(1.0, 1.2, 1.5, 2.0);

    private GateVerdicts() {}

    static void print(int gates) {
        System.out.println("\n| gates | slower by | " + gates
                + " asked: held | regressed | cannot be told |\n|---|---|---|---|---|");
        for (double slowdown : SLOWDOWNS) {
            print("simulated", slowdown, gates, seed -> simulated(seed, slowdown));
        }
        var recorded = new RecordedService(RecordedVerdicts.WORKING_DATABASE);
        for (double slowdown : SLOWDOWNS) {
            print(RecordedVerdicts.WORKING_DATABASE, slowdown, gates, seed -> recorded(recorded, seed, slowdown));
        }
    }

    private static void print(String of, double slowdown, int gates, IntFunction<GuardResult> gate) {
        Map<GuardResult, Integer> counts = new HashMap<>();
        IntStream.range(0, gates)
                .parallel()
                .mapToObj(gate)
                .toList()
                .forEach(result -> counts.merge(result, 1, Integer::sum));
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f %% | %.1f %% | %.1f %% | %.1f %% |%n",
                of,
                100 * (slowdown - 1),
                share(counts, GuardResult.HELD, gates),
                share(counts, GuardResult.REGRESSED, gates),
                share(counts, GuardResult.INCONCLUSIVE, gates));
    }

    private static double share(Map<GuardResult, Integer> counts, GuardResult result, int of) {
        return 100.0 * counts.getOrDefault(result, 0) / of;
    }

    private static GuardResult simulated(int seed, double slowdown) {
        var service = new SimulatedService(new SplittableRandom(seed));
        return gate(seed, service.test(60, 1, false), () -> service.test(60, slowdown, false));
    }

    private static GuardResult recorded(RecordedService recorded, int seed, double slowdown) {
        List<Integer> tests = new ArrayList<>(recorded.tests());
        Collections.shuffle(tests, new Random(seed));
        var dealt = tests.iterator();
        return gate(seed, recorded.test(dealt.next(), 1, false), () -> recorded.test(dealt.next(), slowdown, false));
    }

    private static GuardResult gate(int seed, Map<String, Block> verified, Supplier<Map<String, Block>> tests) {
        var bounds = new Bounds(new SplittableRandom(seed), NoiseFloor.UNMEASURED);
        var guards = new GuardSetting(bounds, LIMITS)
                .ceilings(VerdictBenchmark.profiles(List.of(verified)), GateTrial.RATES);
        return GateTrial.of(new GuardJudge(bounds, LIMITS), guards, tests);
    }
}
