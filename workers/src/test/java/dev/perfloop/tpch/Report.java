package dev.perfloop.tpch;

import dev.perfloop.change.CreateIndex;
import dev.perfloop.tpch.Measurement.Result;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/** Tables for people, in Markdown. */
final class Report {
    private static final double SLOWER = 1.5;
    /** Differences below are those of the machine. */
    private static final double LEAST_MS = 2;

    private static final double SIZE_BAR = 0.25;

    private Report() {}

    static void estimated(String how, List<Advice> all) {
        double none = all.getFirst().cost();
        say("%nPriced by %s; planned cost without indexes %.0f%n", how, none);
        say("| budget | by | cost, %% of none | indexes | MB | asked | s |%n|---|---|---|---|---|---|---|%n");
        for (var one : all.subList(1, all.size())) {
            say(
                    "| %.0f %% | %s | %.2f | %d | %.1f | %d | %.1f |%n",
                    100 * one.share(),
                    one.by(),
                    100 * one.cost() / none,
                    one.indexes().size(),
                    one.size() / 1e6,
                    one.asked(),
                    one.seconds());
        }
        all.forEach(one -> say("%s %.2f: %s%n", one.by(), one.share(), names(one.indexes())));
    }

    static void perStatement(String what, List<TpchStatement> statements, List<Advice> all) {
        say("%n%s: planned cost of one call, %% of none%n| |", what);
        all.forEach(one -> say(" %s, %d indexes |", one.by(), one.indexes().size()));
        say("%n|---|%s%n", "---|".repeat(all.size()));
        var none = all.getFirst();
        for (int i = 0; i < statements.size(); i++) {
            say("| %s |", statements.get(i).id());
            for (var one : all) {
                say(" %.1f |", 100 * one.costs().get(i) / none.costs().get(i));
            }
            say("%n");
        }
        for (var one : all) {
            long halved = IntStream.range(0, statements.size())
                    .filter(i -> one.costs().get(i) <= none.costs().get(i) / 2)
                    .count();
            say("%s: %d statements at half or less%n", one.by(), halved);
        }
    }

    static void measuredNone(List<TpchStatement> statements, Result none) {
        say("%nMeasured without indexes: %.0f ms, CPU %.2f s%n", none.totalMs(), none.cpu());
        for (int i = 0; i < statements.size(); i++) {
            say("%s %.0f ms  ", statements.get(i).id(), none.ms().get(i));
        }
        say("%n");
    }

    static void measuredHead(String how) {
        say("%nBuilt as advised by %s%n", how);
        say(
                "| budget | by | time, %% of none | CPU, %% of none | slower than %.1f times | sizes off by 25 %% or more |%n",
                SLOWER);
        say("|---|---|---|---|---|---|%n");
    }

    static void measured(Advice one, List<TpchStatement> statements, Result none, Result with) {
        var slower = new StringJoiner(", ");
        for (int i = 0; i < statements.size(); i++) {
            double before = none.ms().get(i);
            double after = with.ms().get(i);
            if (after > SLOWER * before && after - before > LEAST_MS) {
                slower.add(
                        String.format(Locale.ROOT, "%s %.1f", statements.get(i).id(), after / before));
            }
        }
        var off = new StringJoiner(", ");
        for (int i = 0; i < one.indexes().size(); i++) {
            double forecast = one.bytes().get(i) / with.bytes().get(i);
            if (Math.abs(forecast - 1) > SIZE_BAR) {
                off.add(String.format(Locale.ROOT, "%s %.2f", name(one.indexes().get(i)), forecast));
            }
        }
        say(
                "| %.0f %% | %s | %.1f | %.1f | %s | %s of %d |%n",
                100 * one.share(),
                one.by(),
                100 * with.totalMs() / none.totalMs(),
                100 * with.cpu() / none.cpu(),
                slower,
                off.length() == 0 ? "0" : off,
                one.indexes().size());
    }

    private static String names(List<CreateIndex> indexes) {
        var names = new StringJoiner("; ");
        indexes.forEach(index -> names.add(name(index)));
        return names.toString();
    }

    private static String name(CreateIndex index) {
        return index.pretended()
                .replaceFirst("CREATE INDEX ON ", "")
                .replace("\"", "")
                .replace("public.", "");
    }

    private static void say(String format, Object... arguments) {
        System.out.printf(Locale.ROOT, format, arguments);
    }
}
