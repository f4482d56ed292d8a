package dev.perfloop.labelled;

import java.util.List;

/**
 * @param precision share of the findings about missing or defeated indexes that say what the label says
 * @param recall    share of the cases with an index missing in which it was advised
 */
record LabelledScore(long missing, long decoys, double precision, double recall) {
    static LabelledScore of(List<Verdict> verdicts) {
        long missing = verdicts.stream().filter(it -> !it.of().isDecoy()).count();
        long found =
                verdicts.stream().filter(it -> !it.of().isDecoy() && it.found()).count();
        long right = verdicts.stream().mapToLong(Verdict::right).sum();
        long wrong = verdicts.stream().mapToLong(it -> it.wrong().size()).sum();
        return new LabelledScore(
                missing,
                verdicts.size() - missing,
                right + wrong == 0 ? 1 : (double) right / (right + wrong),
                missing == 0 ? 1 : (double) found / missing);
    }
}
