package dev.perfloop.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.perfloop.validation.TurnComparison.Answer;
import dev.perfloop.validation.TurnComparison.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Two subjects side by side.
 *
 * @param relevantPct a difference that is smaller was said not to matter
 * @param seed draws the order of the blocks and the resamples: the same seed, the same order
 */
record CompareReport(
        String a,
        String b,
        int rounds,
        int callsOfEither,
        double relevantPct,
        long seed,
        Answer answer,
        Map<String, Double> quantilesOfA,
        Map<String, Double> quantilesOfB,
        List<Bar> histogram) {
    private static final int BARS = 16;
    private static final int WIDTH = 24;
    private static final double[] QUANTILES = {0.5, 0.75, 0.9, 0.95, 0.99, 1};
    /** What lies beyond would leave the rest of the picture in one bar. */
    private static final double SHOWN = 0.99;

    record Bar(double fromMillis, double toMillis, int a, int b) {}

    static CompareReport of(String a, String b, Turns.Timed timed, double relevantPct, long seed, Answer answer) {
        var ofA = Distribution.of(timed.a());
        var ofB = Distribution.of(timed.b());
        return new CompareReport(
                a,
                b,
                timed.a().size(),
                ofA.millis().length,
                relevantPct,
                seed,
                answer,
                table(ofA),
                table(ofB),
                bars(ofA, ofB));
    }

    @JsonProperty("conclusion")
    String conclusion() {
        return switch (answer.verdict()) {
            case A_FASTER -> "A is faster" + tell(1);
            case B_FASTER -> "B is faster" + tell(-1);
            case TRADE_OFF -> "One has the better median, the other the better tail" + tell(0);
            case NO_RELEVANT_DIFFERENCE -> String.format(Locale.ROOT, "No difference larger than %.3g %%", relevantPct);
            case INCONCLUSIVE -> "Inconclusive: about " + answer.moreRounds() + " more rounds are needed";
        };
    }

    boolean isConclusive() {
        return answer.verdict() != Verdict.INCONCLUSIVE;
    }

    /** The differences that are surely there, on the side asked for; both with 0. */
    private String tell(int side) {
        var text = new StringBuilder();
        answer.differences().stream()
                .filter(d -> side >= 0 && d.lowPct() > 0 || side <= 0 && d.highPct() < 0)
                .forEach(d -> text.append(text.isEmpty() ? ": " : "; ")
                        .append(String.format(
                                Locale.ROOT,
                                "%s of B %+.1f %% (%+.1f to %+.1f %%)",
                                d.quantile(),
                                d.pct(),
                                d.lowPct(),
                                d.highPct())));
        return text.toString();
    }

    String markdown() {
        var text = new StringBuilder();
        text.append("# ")
                .append(conclusion())
                .append("\n\n- A: `")
                .append(a)
                .append("`\n- B: `")
                .append(b)
                .append("`\n");
        text.append(String.format(
                Locale.ROOT,
                "- %d rounds in turns, %d calls of either; intervals as sure as a verdict's; seed %d%n%n",
                rounds,
                callsOfEither,
                seed));
        text.append("| ms | A | B |\n|---|---|---|\n");
        quantilesOfA.forEach((name, millis) -> text.append(String.format(
                Locale.ROOT, "| %s | %.3f | %.3f |%n", name, millis, quantilesOfB.getOrDefault(name, 0.0))));
        text.append("\n| B against A | change | from | to |\n|---|---|---|---|\n");
        answer.differences()
                .forEach(d -> text.append(String.format(
                        Locale.ROOT,
                        "| %s | %+.1f %% | %+.1f %% | %+.1f %% |%n",
                        d.quantile(),
                        d.pct(),
                        d.lowPct(),
                        d.highPct())));
        text.append("\n```\n");
        int highest = histogram.stream()
                .mapToInt(bar -> Math.max(bar.a(), bar.b()))
                .max()
                .orElse(1);
        text.append(String.format(Locale.ROOT, "%22s  %-" + WIDTH + "s  %s%n", "ms", "A", "B"));
        histogram.forEach(bar -> text.append(String.format(
                Locale.ROOT,
                "%10.3f - %9.3f  %-" + WIDTH + "s  %s%n",
                bar.fromMillis(),
                bar.toMillis(),
                drawn(bar.a(), highest),
                drawn(bar.b(), highest))));
        return text.append("```\n").toString();
    }

    private static String drawn(int count, int highest) {
        return "#".repeat((int) Math.ceil((double) count * WIDTH / Math.max(1, highest)));
    }

    private static Map<String, Double> table(Distribution times) {
        Map<String, Double> table = new LinkedHashMap<>();
        for (double share : QUANTILES) {
            table.put(share == 1 ? "p100" : "p" + Math.round(100 * share), times.quantile(share));
        }
        return table;
    }

    private static List<Bar> bars(Distribution a, Distribution b) {
        double from = Math.min(a.quantile(0), b.quantile(0));
        double to = Math.max(a.quantile(SHOWN), b.quantile(SHOWN));
        double[] bounds = new double[BARS + 1];
        for (int i = 0; i <= BARS; i++) {
            bounds[i] = from + (to - from) * i / BARS;
        }
        int[] ofA = a.bars(bounds);
        int[] ofB = b.bars(bounds);
        return IntStream.range(0, BARS)
                .mapToObj(i -> new Bar(bounds[i], bounds[i + 1], ofA[i], ofB[i]))
                .toList();
    }
}
