package dev.perfloop.optimization;

import dev.perfloop.optimization.pricing.IndexSet;
import dev.perfloop.optimization.pricing.IndexSet.Told;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Tells whoever decides why just these indexes, in Markdown. */
final class IndexSetSection {
    private static final int MOST_STATEMENTS = 12;

    private final StringBuilder text = new StringBuilder();
    private final IndexSet set;

    private IndexSetSection(IndexSet set) {
        this.set = set;
    }

    static String of(IndexSet set) {
        var section = new IndexSetSection(set);
        section.head();
        section.members();
        section.statements();
        section.dropped();
        return section.text.toString();
    }

    private void head() {
        line("");
        line("## The indexes as a set");
        line("");
        line(String.format(
                Locale.ROOT,
                "Asked of the target's planner (%s) for %d statements, each counted by the time it took: planned cost of all %.0f %% "
                        + "less, upkeep included. Estimated: planned cost is a poor promise of time, which the load test measures.",
                set.how(),
                set.considered(),
                set.before() <= 0 ? 0 : 100 * (1 - set.after() / set.before())));
        line(String.format(
                Locale.ROOT,
                "Together about %s of the %s they may take.",
                BuildEstimate.bytes(set.bytes()),
                BuildEstimate.bytes(set.budgetBytes())));
    }

    private void members() {
        line("");
        line("| index | size, forecast | statements that use it |");
        line("|---|---|---|");
        set.members()
                .forEach(member -> line(String.format(
                        Locale.ROOT,
                        "| `%s` | %s | %s |",
                        member.definition(),
                        BuildEstimate.bytes(member.bytes()),
                        member.serves().isEmpty() ? "none" : String.join(", ", member.serves()))));
    }

    private void statements() {
        List<Told> changed = set.told().stream()
                .filter(told -> told.after() != told.before()
                        || set.measuredOf(told.queryId()).isPresent())
                .sorted(Comparator.comparingDouble(
                                (Told told) -> told.share() * (told.before() - told.after()) / told.before())
                        .reversed())
                .limit(MOST_STATEMENTS)
                .toList();
        if (changed.isEmpty()) {
            return;
        }
        line("");
        line("| statement | planned cost now | with the set | run on a copy, ms now | with the set |");
        line("|---|---|---|---|---|");
        changed.forEach(told -> line(String.format(
                Locale.ROOT, "| %s | %.0f | %.0f | %s |", told.queryId(), told.before(), told.after(), run(told))));
    }

    private String run(Told told) {
        return set.measuredOf(told.queryId())
                .map(ms -> String.format(Locale.ROOT, "%.2f | %.2f", ms.beforeMs(), ms.afterMs()))
                .orElse("not run | not run");
    }

    private void dropped() {
        if (!set.dropped().isEmpty()) {
            line("");
            line("Taken out of the set when it was tried:");
            set.dropped().forEach(dropped -> line("- `" + dropped.definition() + "`: " + dropped.why() + "."));
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
