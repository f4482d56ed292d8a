package dev.perfloop.optimization;

import dev.perfloop.change.CreateIndex;
import dev.perfloop.optimization.pricing.IndexSet;
import dev.perfloop.optimization.pricing.IndexSet.Member;
import dev.perfloop.optimization.pricing.IndexSet.Told;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Tells whoever decides why just these indexes, in Markdown. */
final class IndexSetSection {
    private static final int MOST_STATEMENTS = 12;

    private final StringBuilder text = new StringBuilder();
    private final IndexSet set;
    private final List<Member> members;
    private final List<Told> served;

    private IndexSetSection(IndexSet set, List<CreateIndex> planned) {
        this.set = set;
        members = set.members().stream()
                .filter(member -> planned.contains(member.index()))
                .toList();
        served = set.told().stream()
                .filter(told ->
                        members.stream().anyMatch(member -> member.serves().contains(told.queryId())))
                .toList();
    }

    /**
     * @param planned indexes of the plan: the set may hold others that would be used, yet explain too little of the gap to be
     *     proposed
     * @return empty when none of the set is planned
     */
    static String of(IndexSet set, List<CreateIndex> planned) {
        var section = new IndexSetSection(set, planned);
        if (section.members.isEmpty()) {
            return "";
        }
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
                        + "less. Estimated: planned cost is a poor promise of time, which the load test measures.",
                set.how(),
                set.considered(),
                100 * served.stream().mapToDouble(IndexSetSection::saved).sum()));
        line(String.format(
                Locale.ROOT,
                "Together about %s of the %s they may take.",
                BuildEstimate.bytes(members.stream().mapToDouble(Member::bytes).sum()),
                BuildEstimate.bytes(set.budgetBytes())));
    }

    private void members() {
        line("");
        line("| index | size, forecast | statements that use it |");
        line("|---|---|---|");
        members.forEach(member -> line(String.format(
                Locale.ROOT,
                "| `%s` | %s | %s |",
                member.definition(),
                BuildEstimate.bytes(member.bytes()),
                member.serves().isEmpty() ? "none" : String.join(", ", member.serves()))));
    }

    private void statements() {
        line("");
        line("| statement | planned cost now | with the set | run on a copy, ms now | with the set |");
        line("|---|---|---|---|---|");
        served.stream()
                .sorted(Comparator.comparingDouble(IndexSetSection::saved).reversed())
                .limit(MOST_STATEMENTS)
                .forEach(told -> line(String.format(
                        Locale.ROOT,
                        "| %s | %.0f | %.0f | %s |",
                        told.queryId(),
                        told.before(),
                        told.after(),
                        run(told))));
    }

    private static double saved(Told told) {
        return told.before() <= 0 ? 0 : told.share() * (1 - told.after() / told.before());
    }

    private String run(Told told) {
        return set.measuredOf(told.queryId())
                .map(ms -> String.format(
                        Locale.ROOT, "%.2f | %.2f%s", ms.beforeMs(), ms.afterMs(), ms.isSlower() ? " **slower**" : ""))
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
