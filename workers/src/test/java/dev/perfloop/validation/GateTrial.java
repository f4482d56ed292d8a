package dev.perfloop.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A gate without the engine: measured again while that may tell, as often as a gate does. */
final class GateTrial {
    static final Map<String, Double> RATES = Map.of(Profiles.BASELINE, 25.0);
    private static final int MOST_ROUNDS = 3;

    private GateTrial() {}

    static GuardResult of(GuardJudge judge, List<Ceiling> guards, Supplier<Map<String, Block>> tests) {
        List<Map<String, Block>> now = new ArrayList<>();
        while (true) {
            now.add(tests.get());
            var verdict = judge.judge(guards, VerdictBenchmark.profiles(now), RATES);
            if (!verdict.moreDataHelps() || now.size() == MOST_ROUNDS) {
                return verdict.result();
            }
        }
    }
}
