package dev.perfloop.labelled;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Has every labelled case analysed and prints what was advised against what is true. Ends with 1 when precision or recall is below
 * 0.9, or when a label does not stand its own test.
 *
 * <p>Arguments: a regular expression that the names of the cases to run contain (default all); {@code false} to leave out building
 * and measuring what the labels say.
 */
public final class LabelledSetBenchmark {
    private static final double BAR = 0.9;

    private LabelledSetBenchmark() {}

    public static void main(String[] args) throws Exception {
        var wanted = Pattern.compile(args.length > 0 ? args[0] : "");
        boolean measure = args.length < 2 || Boolean.parseBoolean(args[1]);
        boolean good = true;
        for (String set : List.of("first", "held-out")) {
            good &= run(set, wanted, measure);
        }
        System.exit(good ? 0 : 1);
    }

    private static boolean run(String set, Pattern wanted, boolean measure) throws Exception {
        List<Case> cases = CaseFile.read(set + ".txt").stream()
                .filter(it -> wanted.matcher(it.kind() + ": " + it.name()).find())
                .toList();
        if (cases.isEmpty()) {
            return true;
        }
        System.out.println("\n## " + set + "\n\n| Case | Advice | Beside it | Truth |\n|---|---|---|---|");
        List<Verdict> verdicts = new ArrayList<>();
        List<String> untrue = new ArrayList<>();
        try (var database = LabelledDatabase.of(set + ".sql")) {
            for (var labelled : cases) {
                var verdict = database.judged(labelled);
                List<Truth> truths = measure ? database.truth(labelled) : List.of();
                boolean holds = labelled.isDecoy()
                        ? truths.stream().noneMatch(Truth::helps)
                        : truths.stream().allMatch(Truth::helps);
                if (!holds) {
                    untrue.add(labelled.kind() + ": " + labelled.name());
                }
                verdicts.add(verdict);
                System.out.println(line(verdict, truths, holds));
            }
        }
        return report(set, verdicts, untrue);
    }

    private static String line(Verdict verdict, List<Truth> truths, boolean holds) {
        String advice =
                verdict.of().isDecoy() ? verdict.found() ? "none" : "ALARM" : verdict.found() ? "right" : "MISSED";
        return "| %s: %s | %s | %s | %s%s |"
                .formatted(
                        verdict.of().kind(),
                        verdict.of().name(),
                        advice,
                        verdict.found()
                                ? String.join("; ", verdict.wrong())
                                : verdict.wrong() + " turned down: "
                                        + verdict.refusals().stream().limit(5).toList(),
                        holds ? "" : "LABEL NOT TRUE ",
                        truths.stream().map(Truth::toString).collect(Collectors.joining("; ")));
    }

    private static boolean report(String set, List<Verdict> verdicts, List<String> untrue) {
        var score = LabelledScore.of(verdicts);
        System.out.printf(
                Locale.ROOT,
                "%n%s: %d with an index missing, %d decoys: precision %.3f, recall %.3f. Labels that do not hold: %s%n",
                set,
                score.missing(),
                score.decoys(),
                score.precision(),
                score.recall(),
                untrue.isEmpty() ? "none" : untrue);
        return score.precision() >= BAR && score.recall() >= BAR && untrue.isEmpty();
    }
}
